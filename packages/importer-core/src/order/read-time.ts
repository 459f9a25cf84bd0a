import { Temporal } from 'temporal-polyfill';
import { DATE_PATTERN, NET_DATE_PATTERN } from '../billbee/order-schema.js';
import { orderMessages } from '../messages/core/order-messages.js';

/** Reads one of Billbee's dates; null for none. */
export type TimeReader = (text: string | null | undefined) => string | null;

/** The zone in which a date without one is read: Billbee is a German service for German shops. */
const DEFAULT_TIME_ZONE = 'Europe/Berlin';

/** Databases write "no date" as a date of their own beginning: 0001-01-01, 1753-01-01, 1899-12-30. */
const FIRST_YEAR = 1900;
const HOUR = 3_600_000;
/** Dates and readers kept; enough for a run, and never more. */
const MOST_DAYS = 20_000;
const MOST_ZONES = 16;

const readers = new Map<string, TimeReader>();

/**
 * A reader of Billbee's dates that gives ISO 8601 with the offset that `timeZone` has at that instant, so that one
 * instant is one day for every target, however Billbee has written it.
 *
 * A date without a zone is local time in `timeZone`. When clocks go back, the hour that happens twice is taken as
 * the first one (summer time); a time in the hour that is skipped moves on by that hour. A date with an offset is
 * that instant. Years before 1900 stand for no date. The digits of the second stay, without
 * needless zeros.
 *
 * @param timeZone IANA name, e.g. `Europe/Berlin`
 * @throws {SettingsError} `time-zone-unknown`
 * @example timeReader('Europe/Berlin')('2023-04-22T15:07:02') // '2023-04-22T15:07:02+02:00'
 */
export function timeReader(timeZone: string = DEFAULT_TIME_ZONE): TimeReader {
  const known = readers.get(timeZone);
  if (known) return known;
  const reader = createReader(timeZone);
  if (readers.size >= MOST_ZONES) readers.clear();
  readers.set(timeZone, reader);
  return reader;
}

function createReader(timeZone: string): TimeReader {
  const offsetAt = (epochMs: number): string => {
    const at = Temporal.Instant.fromEpochMilliseconds(epochMs);
    return at.toZonedDateTimeISO(timeZone).offset.slice(0, 6);
  };
  try {
    offsetAt(0);
  } catch (cause) {
    const given = JSON.stringify(timeZone).slice(0, 60);
    throw orderMessages.settings('time-zone-unknown', { given }, ['timeZone'], { cause });
  }

  /** Per day: the offset of the whole day, or null on a day near a change of the clocks. */
  const days = new Map<string, string | null>();
  const offsetOfDay = (day: string): string | null => {
    const cached = days.get(day);
    if (cached !== undefined) return cached;
    const midnight = Date.parse(`${day}T00:00:00Z`);
    const before = offsetAt(midnight - 26 * HOUR);
    const offset = before === offsetAt(midnight + 50 * HOUR) ? before : null;
    if (days.size >= MOST_DAYS) days.clear();
    days.set(day, offset);
    return offset;
  };

  return (text) => {
    if (text === null || text === undefined || text.length > 64) return null;
    const parts = DATE_PATTERN.exec(text);
    if (!parts) return readNetDate(text, timeZone);
    const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone] = parts;
    if (Number(year) < FIRST_YEAR) return null;
    const digits = fraction.replace(/0+$/, '');
    const tail = digits === '' ? '' : `.${digits}`;
    const date = `${year}-${month}-${day}`;
    const local = `${date}T${hour}:${minute}:${second}`;
    if (zone !== undefined) {
      const instant = Temporal.Instant.from(local + printOffset(zone));
      return printZoned(instant.toZonedDateTimeISO(timeZone), tail);
    }
    const offset = offsetOfDay(date);
    if (offset !== null) return local + tail + offset;
    return printZoned(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone), tail);
  };
}

function readNetDate(text: string, timeZone: string): string | null {
  const milliseconds = NET_DATE_PATTERN.exec(text)?.[1];
  if (milliseconds === undefined) return null;
  const at = Temporal.Instant.fromEpochMilliseconds(Number(milliseconds)).toZonedDateTimeISO(timeZone);
  if (at.year < FIRST_YEAR || at.year > 9999) return null;
  return printZoned(
    at,
    at.millisecond === 0 ? '' : `.${String(at.millisecond).padStart(3, '0')}`.replace(/0+$/, ''),
  );
}

function printZoned(at: Temporal.ZonedDateTime, fraction: string): string {
  return at.toPlainDateTime().toString({ smallestUnit: 'second' }) + fraction + at.offset.slice(0, 6);
}

/** `Z`, `+02`, `+0200` and `+02:00` as `+02:00`. */
function printOffset(zone: string): string {
  if (zone === 'Z' || zone === 'z') return '+00:00';
  return `${zone.slice(0, 3)}:${zone.length > 3 ? zone.slice(-2) : '00'}`;
}
