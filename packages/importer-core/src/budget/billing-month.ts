const berlin = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
});

/**
 * The calendar month in which Billbee bills a call: German time.
 *
 * Source: `Billbee help centre: calls beyond 100,000 per calendar month and integration are billed`.
 *
 * @param now milliseconds since 1970 UTC
 * @example billingMonth(Date.UTC(2026, 10, 30, 23, 30)) // '2026-12'
 */
export function billingMonth(now: number): string {
  const parts = berlin.formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}`;
}
