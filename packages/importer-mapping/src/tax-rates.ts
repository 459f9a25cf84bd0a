import { z } from 'zod';
import { rates } from './table-parts.js';

const day = z
  .string({ error: 'expected a day such as "2026-01-01"' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'expected a day such as "2026-01-01"' });

/** Rates of a country, for the days from `from` to `until`, both included; without them for all days. */
export const countryRates = z.strictObject({
  /** Rates that count as normal. */
  normal: rates,
  reduced: rates.default([]),
  from: day.optional(),
  until: day.optional(),
});

export type CountryRates = z.output<typeof countryRates>;

/** Rates that count as normal and as reduced on the days of one order, in percent. */
export interface RatePair {
  readonly normal: readonly string[];
  readonly reduced: readonly string[];
}

/**
 * Rates of the countries that can be the home country without a table.
 *
 * Source: UStG section 12 and section 28 (16 and 5 % in the second half of 2020); Austrian UStG section 10.
 */
const knownRates: Readonly<Record<string, readonly CountryRates[]>> = {
  DE: [
    { normal: ['19'], reduced: ['7'], until: '2020-06-30' },
    { normal: ['16'], reduced: ['5'], from: '2020-07-01', until: '2020-12-31' },
    { normal: ['19'], reduced: ['7'], from: '2021-01-01' },
  ],
  AT: [{ normal: ['20'], reduced: ['10', '13'] }],
};

/** Whether a country's own rates are known without a table. */
export function hasKnownRates(country: string): boolean {
  return knownRates[country] !== undefined;
}

/** The rates of a country that are known without a table; none for most. */
export function knownRatesOf(country: string): readonly CountryRates[] {
  return knownRates[country] ?? [];
}

/**
 * The rates that count on at least one of the given days; undefined when there are none.
 *
 * @param days `YYYY-MM-DD`
 * @example ratesOn(knownRatesOf('DE'), ['2020-12-31', '2021-01-04']) // { normal: ['16', '19'], reduced: ['5', '7'] }
 */
export function ratesOn(periods: readonly CountryRates[], days: readonly string[]): RatePair | undefined {
  const valid = periods.filter(({ from = '', until = '9999' }) =>
    days.some((one) => from <= one && one <= until),
  );
  if (valid.length === 0) return undefined;
  return {
    normal: [...new Set(valid.flatMap(({ normal }) => normal))],
    reduced: [...new Set(valid.flatMap(({ reduced }) => reduced))],
  };
}

/** All rates of a pair. */
export function allRates({ normal, reduced }: RatePair): readonly string[] {
  return [...normal, ...reduced];
}
