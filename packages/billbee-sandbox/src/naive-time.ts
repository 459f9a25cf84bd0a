const HOUR = 3_600_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/**
 * What the wall clock shows in a zone, counted as if that reading were UTC.
 *
 * @param instant milliseconds since 1970-01-01T00:00:00Z
 * @param zone IANA name, e.g. `Europe/Berlin`
 */
export function wallTime(instant: number, zone: string): number {
  // Offsets change only at full quarter hours, so one lookup serves a quarter of an hour.
  const bucket = Math.floor(instant / (HOUR / 4));
  const key = `${zone} ${bucket}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = readOffset(bucket * (HOUR / 4), zone);
    if (offsets.size > 50_000) offsets.clear();
    offsets.set(key, offset);
  }
  return instant + offset;
}

function readOffset(instant: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = Number(value);
  const wall = Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'] ?? 1,
    part['hour'] ?? 0,
    part['minute'] ?? 0,
    part['second'] ?? 0,
  );
  return wall - instant;
}

/**
 * A wall time in the notation of Billbee's payloads: no zone, and only as many fractional digits as needed
 * (`2023-04-22T15:07:02`, `2023-04-29T13:32:39.36`).
 */
export function formatWallTime(wall: number): string {
  const text = new Date(Math.floor(wall)).toISOString();
  const fraction = text.slice(20, 23).replace(/0+$/, '');
  return text.slice(0, 19) + (fraction && `.${fraction}`);
}

/**
 * Reads a date of a query or payload as wall time: with an offset or `Z` it is converted to the zone,
 * without one it is taken as it stands. Accepts `2023-4-2`, `2023-04-02 15:07` and ISO 8601.
 *
 * @returns undefined when the text is no date
 */
export function parseWallTime(text: string, zone: string): number | undefined {
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((digits) => Number(digits ?? 0));
  const wall =
    Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) + Number(`0.${match[7] ?? 0}`) * 1000;
  // Date.UTC carries over what is too large: 2025-02-30 would become March.
  const carried = (month ?? 0) > 12 || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59;
  if (carried || new Date(wall).getUTCDate() !== day) return undefined;
  const offset = match[8];
  if (!offset) return wall;
  if (/^z$/i.test(offset)) return wallTime(wall, zone);
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return wallTime(wall - sign * minutes * 60_000, zone);
}
