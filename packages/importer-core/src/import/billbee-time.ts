import { importMessages } from '../messages/core/import-messages.js';

/**
 * Billbee's time stamps carry no zone. They are compared as if they were UTC: only their order among
 * themselves matters, and the feed takes care of the unknown zone (see docs/guarantees.md).
 */
const naive =
  /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?\s*$/i;
const dotNet = /^\s*\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\/\s*$/;

/**
 * A stamp as a number that can be compared; undefined when it cannot be read.
 *
 * @param text e.g. `2023-04-29T13:32:39.36`; with an offset it is taken as that moment in UTC
 * @returns milliseconds, rounded down
 */
export function readStamp(text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  const ticks = dotNet.exec(text);
  if (ticks) return Number(ticks[1]);
  const parts = naive.exec(text);
  if (!parts) return undefined;
  const [, date, time = '00:00', seconds = '00', fraction = '', zone = 'Z'] = parts;
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.length > 3 ? zone.slice(-2) : '00'}`;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const value = Date.parse(`${date}T${time}:${seconds}.${milliseconds}${offset}`);
  return Number.isNaN(value) ? undefined : value;
}

/** A stamp in Billbee's notation, e.g. `2023-04-29T13:32:39` or `2023-04-29T13:32:39.360`. */
export function writeStamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/(?:\.000)?Z$/, '');
}

/** The latest whole second not after the stamp: what every date parser understands. */
export function wholeSecond(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}

/**
 * The start of a window that is read again: a second earlier, because windows exclude their start.
 *
 * @param since ISO 8601; without an offset it is Billbee's own notation
 * @throws SettingsError `since-unreadable`
 */
export function readSince(since: string): number {
  const value = readStamp(since);
  if (value === undefined) {
    const given = JSON.stringify(since).slice(0, 60);
    throw importMessages.settings('since-unreadable', { given }, ['since']);
  }
  return wholeSecond(value) - 1000;
}
