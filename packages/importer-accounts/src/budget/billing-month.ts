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

const hourMs = 3_600_000;

/**
 * How long the billing month goes on, in milliseconds.
 *
 * @param now milliseconds since 1970 UTC
 * @example billingMonthLeft(Date.UTC(2026, 10, 30, 22)) // 3600000: one hour, German winter time
 */
export function billingMonthLeft(now: number): number {
  const [year = 0, month = 0] = billingMonth(now).split('-').map(Number);
  // Months never begin on the days of a change of clocks; the offset is one hour or two.
  const midnight = Date.UTC(year, month, 1);
  const end = [2, 1]
    .map((hours) => midnight - hours * hourMs)
    .find((at) => billingMonth(at) !== billingMonth(now));
  return (end ?? midnight) - now;
}
