import { Temporal } from 'temporal-polyfill';

/** OpenXE's own time zone: it sets PHP to it. */
const zone = 'Europe/Berlin';

/** `2026-11-23T10:05:00+01:00` as the ERP writes it: `2026-11-23 10:05:00`. */
export function erpTime(time: string): string {
  const local = Temporal.Instant.from(time).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: 'second' }).replace('T', ' ');
}

/**
 * Reads a date or time of the ERP (`2026-11-23`, `2026-11-23 10:05:00`).
 *
 * @returns ISO 8601 with `Z` and milliseconds; undefined for anything else and for the years before 2000 that
 *   databases write for "none"
 */
export function readErpTime(text: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d))?$/.exec(text.trim());
  if (!match || (match[1] ?? '') < '2000') return undefined;
  try {
    const local = Temporal.PlainDateTime.from(`${match[1]}T${match[2] ?? '00:00:00'}`);
    return new Date(local.toZonedDateTime(zone).epochMilliseconds).toISOString();
  } catch {
    return undefined;
  }
}
