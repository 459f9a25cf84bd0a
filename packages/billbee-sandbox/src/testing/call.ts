import type { SandboxOptions } from '../options.js';
import { createSandbox, type InProcessSandbox } from '../sandbox.js';

/** A sandbox without limits, for tests that are not about them. */
export function quietSandbox(options: SandboxOptions = {}): InProcessSandbox {
  return createSandbox({ rateLimit: false, ...options });
}

/** Headers of a caller with the right credentials. */
export function goodHeaders(): Record<string, string> {
  const basic = Buffer.from('sandbox@example.com:sandbox-password').toString('base64');
  return { Authorization: `Basic ${basic}`, 'X-Billbee-Api-Key': 'sandbox-key' };
}

/** Calls the API with the right credentials. */
export function call(
  sandbox: InProcessSandbox,
  path: string,
  method = 'GET',
  body?: unknown,
): Promise<Response> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { ...goodHeaders(), 'Content-Type': 'application/json' };
  return sandbox.fetch(`http://sandbox.test/api/v1${path}`, { method, headers, ...content });
}

/** The parsed answer of a call. */
export async function read<T = { Data: never }>(sandbox: InProcessSandbox, path: string): Promise<T> {
  return (await call(sandbox, path)).json() as Promise<T>;
}

/** Ids of the orders a list answers. */
export async function listIds(sandbox: InProcessSandbox, query: string): Promise<(number | null)[]> {
  const answer = await read<{ Data: { BillBeeOrderId: number | null }[] }>(sandbox, `/orders?${query}`);
  return answer.Data.map((order) => order.BillBeeOrderId);
}

/** A clock that stands still until it is moved. */
export class ManualClock {
  #now: number;

  constructor(now = Date.UTC(2026, 0, 15, 11, 0, 0)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  move(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
