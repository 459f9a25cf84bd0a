import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listHeld } from 'importer-core';
import type { Fleet } from './open-fleet.js';

/** What became of every order of every account. */
export interface Verdict {
  readonly orders: number;
  readonly delivered: number;
  readonly held: number;
  /** Neither delivered nor held, as `account order`. */
  readonly lost: readonly string[];
  /** Delivered more than once. */
  readonly duplicated: readonly string[];
  /** Delivered to another account's file. */
  readonly strangers: readonly string[];
}

/** Holds the files of all accounts, and what is held, against the sandbox. */
export async function judgeFleet({ sandbox, store, outDir }: Fleet): Promise<Verdict> {
  const lost: string[] = [];
  const duplicated: string[] = [];
  const strangers: string[] = [];
  let [orders, delivered, held] = [0, 0, 0];
  for (const { credentials, state } of sandbox.accounts) {
    const account = credentials.username;
    const times = new Map<string, number>();
    for (const id of deliveredIn(join(outDir, `${account}.ndjson`))) times.set(id, (times.get(id) ?? 0) + 1);
    const holds = await listHeld(store, account);
    const heldIds = new Set(holds.map(({ orderId }) => orderId));
    // An order without an id is held under the hash of its payload.
    const unnamed = holds.filter(({ orderId }) => orderId.startsWith('unknown-')).length;
    let withoutId = 0;
    for (const { BillBeeOrderId } of state.orders) {
      orders += 1;
      if (BillBeeOrderId === null) {
        withoutId += 1;
        continue;
      }
      const id = String(BillBeeOrderId);
      const count = times.get(id) ?? 0;
      if (count > 1) duplicated.push(`${account} ${id}`);
      if (count > 0) delivered += 1;
      else if (heldIds.has(id)) held += 1;
      else lost.push(`${account} ${id}`);
      times.delete(id);
    }
    held += Math.min(unnamed, withoutId);
    if (unnamed < withoutId) lost.push(`${account} without id`);
    for (const id of times.keys()) strangers.push(`${account} ${id}`);
  }
  return { orders, delivered, held, lost, duplicated, strangers };
}

function deliveredIn(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { source: { orderId: string } }).source.orderId);
}
