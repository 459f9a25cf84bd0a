import { join } from 'node:path';
import { listHeld } from 'importer-core';
import { readBooks } from '../books.js';
import { judgeBookings } from '../judge.js';
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
  /** Delivered to another account's file, and lines of a file that are no order. */
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
    const books = readBooks(join(outDir, `${account}.ndjson`));
    const holds = await listHeld(store, account);
    const heldIds = new Set(holds.map(({ orderId }) => orderId));
    const ids = new Set<string>();
    let withoutId = 0;
    for (const { BillBeeOrderId } of state.orders) {
      if (BillBeeOrderId === null) withoutId += 1;
      else ids.add(String(BillBeeOrderId));
    }
    const booked = new Set(books.orderIds);
    const judged = judgeBookings(books.orderIds, {
      required: ids,
      mayBeMissing: (id) => heldIds.has(id),
      isKnown: (id) => ids.has(id),
    });
    // An order without an id is held under the hash of its payload.
    const unnamed = holds.filter(({ orderId }) => orderId.startsWith('unknown-')).length;
    orders += state.orders.length;
    delivered += [...ids].filter((id) => booked.has(id)).length;
    held += [...ids].filter((id) => heldIds.has(id) && !booked.has(id)).length;
    lost.push(...judged.lost.map((id) => `${account} ${id}`));
    duplicated.push(...judged.duplicated.map((id) => `${account} ${id}`));
    strangers.push(...[...judged.strangers, ...books.faults].map((what) => `${account} ${what}`));
    held += Math.min(unnamed, withoutId);
    if (unnamed < withoutId) lost.push(`${account} without id`);
  }
  return { orders, delivered, held, lost, duplicated, strangers };
}
