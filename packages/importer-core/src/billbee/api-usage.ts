import { BillbeeCaller } from './call-billbee.js';
import { type BillbeeClientOptions, callerOptions } from './client.js';
import { CheckedConnection } from './connection.js';

const counts = /^(?:calls?|counts?|usage|requests?|total|number|value|anzahl|aufrufe)(?:count|calls)?$/i;

/**
 * Billbee's own count of the calls in a month; undefined where it gives none that can be understood.
 *
 * Billbee's help names the address and its parameter but not the answer, and nobody else does either. So
 * this is tolerant, asks once, and no failure of it is thrown.
 *
 * Source: `Billbee help centre: GET /apiusage?Date=YYYYMMDD`.
 *
 * @param month `YYYY-MM`
 * @throws the signal's reason when it is aborted
 */
export async function readApiUsage(
  options: BillbeeClientOptions,
  month: string,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const connection = new CheckedConnection(options.connection);
  const caller = new BillbeeCaller(
    callerOptions({ ...options, maxAttempts: 1, timeoutMs: 15_000 }, connection),
  );
  const query = [['Date', `${month.replace('-', '')}01`]] as const;
  const request = { method: 'GET', route: '/apiusage', path: '/apiusage', query, repeatable: true } as const;
  try {
    const { data } = await caller.call(request, signal, (answer) => answer);
    return usageOf(data, connection.caller.user);
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
}

/**
 * Finds the count in an answer of any likely shape: a number, an object with a count, or rows of them.
 *
 * Rows that name users count when they name ours; rows that name nobody all count.
 *
 * @example usageOf([{ User: 'shop@example.com', Count: 12 }], 'shop@example.com') // 12
 */
export function usageOf(data: unknown, user: string): number | undefined {
  const bare = countOf(data);
  if (bare !== undefined) return bare;
  const rows = (Array.isArray(data) ? data : [data]).filter(isObject);
  const named = rows.filter((row) => Object.values(row).some(isMailAddress));
  const ours = named.filter((row) => Object.values(row).some((value) => isUser(value, user)));
  const figures = (named.length > 0 ? ours : rows).flatMap((row) => {
    const entry = Object.entries(row).find(
      ([name, value]) => counts.test(name) && countOf(value) !== undefined,
    );
    return entry ? [countOf(entry[1]) ?? 0] : [];
  });
  return figures.length === 0 ? undefined : figures.reduce((sum, figure) => sum + figure, 0);
}

function countOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMailAddress(value: unknown): boolean {
  return typeof value === 'string' && /^\S+@\S+$/.test(value.trim());
}

function isUser(value: unknown, user: string): boolean {
  return typeof value === 'string' && value.trim().toLowerCase() === user.toLowerCase();
}
