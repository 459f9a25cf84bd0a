/**
 * `--since` in Billbee's notation. A time without an offset stays as it is. Billbee's times carry no zone, and it is not
 * documented which one is meant: a time with an offset becomes the earlier of UTC and the local time of `timeZone`,
 * so that rather an hour too much is read than one too little.
 *
 * @param text ISO 8601 date or date-time, e.g. `2026-11-01` or `2026-11-01T08:00:00Z`
 * @param timeZone IANA name
 * @returns e.g. `2026-11-01T09:00:00`; undefined when the text is no such date
 * @example readSince('2026-11-01T08:00:00+01:00', 'Europe/Berlin') // '2026-11-01T07:00:00'
 */
export function readSince(text: string, timeZone = 'Europe/Berlin'): string | undefined {
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text.trim(),
    );
  if (!parts) return undefined;
  const [, date = '', minutes = '00:00', seconds = '00', zone] = parts;
  const naive = `${date}T${minutes}:${seconds}`;
  const asUtc = Date.parse(`${naive}Z`);
  // JavaScript turns 31 February into 3 March; what comes back must be what went in.
  if (Number.isNaN(asUtc) || notation(asUtc) !== naive || date < '1900') return undefined;
  if (!zone) return naive;
  const instant = Date.parse(`${naive}${offset(zone)}`);
  if (Number.isNaN(instant)) return undefined;
  const [inUtc, inZone] = [notation(instant), wallTime(instant, timeZone)];
  return inUtc < inZone ? inUtc : inZone;
}

function offset(zone: string): string {
  return /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
}

function wallTime(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const at = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${at('year')}-${at('month')}-${at('day')}T${at('hour')}:${at('minute')}:${at('second')}`;
}

function notation(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19);
}
