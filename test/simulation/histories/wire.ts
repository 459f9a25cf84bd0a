import { vi } from 'vitest';
import type { Fetch } from '../../../packages/importer-core/src/index.js';
import type { Random } from '../random.js';
import { type Faults, STALL_MS } from './faults.js';
import type { Watch } from './watch.js';
import type { World } from './world.js';

/** The client's time limit for one call: below a stall, and over sockets short, because it is real time. */
export const IN_PROCESS_LIMIT_MS = STALL_MS - 1000;
export const SOCKET_LIMIT_MS = 400;

export interface WireOptions {
  readonly world: World;
  readonly watch: Watch;
  /** What people in the ERP do before a call arrives. */
  readonly before: () => Promise<void>;
  readonly faults: Faults;
  readonly random: Random;
  /** Rows per page that the server hands out at most. */
  readonly pageSize: number;
  /** Whether answers carry the server's time. */
  readonly dated: boolean;
  /** Whether lists of orders tell how many there are. */
  readonly counted: boolean;
}

/**
 * The way from the client to the sandbox: takes time, caps the page size, tells the server's time.
 *
 * Within the process a stall moves the world's time and the client's timer at once; over a socket it is
 * the sandbox's own.
 */
export function wire({ world, watch, before, faults, random, pageSize, dated, counted }: WireOptions): Fetch {
  const { clock, sandbox } = world;
  return async (address, init) => {
    const url = new URL(address);
    const asked = Number(url.searchParams.get('pageSize'));
    if (asked > pageSize) url.searchParams.set('pageSize', String(pageSize));
    clock.pass(random.integer(5, 200));
    await before();
    const method = init?.method ?? 'GET';
    watch.onCall(method, url.pathname, String(init?.body ?? ''));
    const answer = world.api === undefined ? await sandbox.fetch(url, init) : await fetch(url, init);
    watch.onAnswer(method, url.pathname, answer.status);
    clock.pass(random.integer(5, 200));
    if (faults.onWire === 'stall') {
      clock.pass(STALL_MS);
      vi.advanceTimersByTime(STALL_MS);
    }
    const headers = new Headers(answer.headers);
    if (dated) headers.set('Date', new Date(clock.now()).toUTCString());
    else headers.delete('Date');
    const given = { status: answer.status, headers };
    if (faults.onWire === 'row in place of another' && answer.status === 200) {
      const text = withRowTwice(await answer.text(), random);
      return new Response(counted ? text : withoutCount(text), given);
    }
    if (!counted && answer.status === 200 && url.pathname.endsWith('/orders')) {
      return new Response(withoutCount(await answer.text()), given);
    }
    return new Response(answer.body, given);
  };
}

/** A page that shows one of its rows twice and another one not at all. */
function withRowTwice(text: string, random: Random): string {
  // Numbers that JavaScript cannot hold would be damaged on the way.
  if (!text.startsWith('{') || /\d{17}/.test(text)) return text;
  const page = JSON.parse(text) as { Data?: unknown };
  if (!Array.isArray(page.Data) || page.Data.length < 2) return text;
  const rows = page.Data as unknown[];
  const from = random.integer(0, rows.length - 1);
  const to = (from + random.integer(1, rows.length - 1)) % rows.length;
  rows[to] = rows[from];
  return JSON.stringify(page);
}

/** An answer as of a server that sends no `Paging`. */
function withoutCount(text: string): string {
  return text.replace(/"Paging":\{[^}]*\},?/, '').replace(/,\}$/, '}');
}
