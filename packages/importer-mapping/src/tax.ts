import type { ErpOrder } from 'importer-core';
import { z } from 'zod';
import type { Findings } from './findings.js';
import type { ResolvedTax } from './resolved-order.js';
import { countries, country } from './table-parts.js';
import { type TaxCase, type TaxClass, taxCaseOf, taxCases } from './tax-case.js';
import { taxProblem } from './tax-problem.js';
import { allRates, countryRates, hasKnownRates, knownRatesOf, ratesOn } from './tax-rates.js';
import { normalVatId } from './vat-id.js';

/**
 * Key `tax`: home country with its rates, the OSS countries with theirs, and what a case is to be treated as.
 *
 * With no OSS country an order to another EU country passes only with the home country's rates.
 */
export const tax = z
  .strictObject({
    homeCountry: country.default('DE'),
    /** Rates of the home country, one pair or several with the days they count on; known for Germany and Austria. */
    rates: z.union([countryRates, z.array(countryRates).min(1)]).optional(),
    /** Countries the shop taxes at their own rates; several rows where they have changed. */
    oss: z.array(countryRates.extend({ country })).default([]),
    /** An intra-community supply without a VAT id is held; `false` lets it pass. */
    requireVatId: z.boolean().default(true),
    /** What a case is treated as: another case, or `hold`. The first row that fits decides. */
    cases: z
      .array(
        z.strictObject({
          case: z.enum(taxCases),
          /** Only for goods that leave from there. */
          from: countries.optional(),
          /** Only for goods that go there. */
          to: countries.optional(),
          as: z.enum([
            ...taxCases.filter((one) => one !== 'unknown-mode' && one !== 'foreign-stock'),
            'hold',
          ]),
        }),
      )
      .default([]),
  })
  .refine(({ homeCountry, rates: given }) => hasKnownRates(homeCountry) || given !== undefined, {
    path: ['rates'],
    error: 'is missing: this home country needs its rates, e.g. {"normal":21,"reduced":[9]}',
  });

type TaxTable = z.output<typeof tax>;

/** Held unless the table says what to treat them as: nothing in an order shows how the ERP is to book them. */
const heldCases: ReadonlySet<TaxCase> = new Set([
  'margin',
  'third-country-taxed',
  'eu-untaxed',
  'foreign-stock',
  'unknown-mode',
]);

/** The country the goods go to; the home country when no address says. */
function destinationOf({ deliveryAddress, billingAddress }: ErpOrder, table: TaxTable): string {
  return deliveryAddress?.countryCode ?? billingAddress?.countryCode ?? table.homeCountry;
}

/**
 * Holds `tax-case-unmapped`, `tax-case-contradiction` (mode and destination do not go together), `vat-id-missing`,
 * `vat-id-unusable`, `oss-country-unmapped` and `tax-rate-unmapped`.
 *
 * A rate counts for a country on the days of the order, not by its number alone: 19 % is a rate of Germany and of Cyprus, and
 * 16 % was one of Germany for half a year.
 */
export function resolveTax(order: ErpOrder, table: TaxTable, findings: Findings): ResolvedTax {
  const destination = destinationOf(order, table);
  const used = usedRates(order);
  const days = [order.orderedAt, order.shippedAt].flatMap((time) => (time === null ? [] : [localDay(time)]));
  const home = ratesOn(table.rates ? [table.rates].flat() : knownRatesOf(table.homeCountry), days);
  const oss = ratesOn(
    table.oss.filter((one) => one.country === destination),
    days,
  );
  const from = order.shipsFrom ?? table.homeCountry;
  const found = taxCaseOf({
    vatMode: order.vatMode,
    from,
    to: destination,
    home: table.homeCountry,
    taxRates: used,
    homeRates: home ? allRates(home) : [],
    ossRates: oss && allRates(oss),
  });
  const row = table.cases.find(
    (candidate) =>
      candidate.case === found &&
      (candidate.from?.includes(from) ?? true) &&
      (candidate.to?.includes(destination) ?? true),
  );
  const as = row?.as ?? (heldCases.has(found) ? 'hold' : found);
  const vatId = normalVatId(order.customer.vatId);
  const taxCase = as === 'hold' ? found : as;
  const pair = taxCase === 'oss' ? oss : home;
  const problem = taxProblem({
    order,
    from,
    destination,
    used,
    found,
    as,
    vatId,
    pair,
    hasOssRates: oss !== undefined,
    table,
    mapped: row !== undefined,
  });
  const shown = used.length > 0 ? used.map((one) => `${one} %`).join(', ') : 'no tax';
  findings.use({
    table: 'tax',
    value: `${found} to ${destination} (${shown})`,
    state: problem ? 'held' : 'mapped',
    becomes: problem ? null : taxCase,
    remedy: problem?.remedy ?? null,
    ...(problem && { problem: { code: problem.why.reason, ...problem.why } }),
  });
  if (problem) findings.hold(problem.why);
  const rates = pair ?? home;
  return {
    case: taxCase,
    country: destination,
    shipsFrom: order.shipsFrom,
    vatId,
    normalRate: used.find((one) => rates?.normal.includes(one)) ?? rates?.normal[0] ?? '0',
    reducedRate: used.find((one) => rates?.reduced.includes(one)) ?? rates?.reduced[0] ?? null,
  };
}

/** The day of a time of the neutral order, which is in the account's time zone: `2026-01-01T00:30:00+01:00` is `2026-01-01`. */
export function localDay(time: string): string {
  return time.slice(0, 10);
}

/** The class of a line under an order's two rates. */
export function taxClassOf(taxRate: string, { normalRate, reducedRate }: ResolvedTax): TaxClass {
  if (taxRate === '0') return 'exempt';
  if (taxRate === normalRate) return 'normal';
  return taxRate === reducedRate ? 'reduced' : 'other';
}

function usedRates({ lines, shipping }: ErpOrder): string[] {
  const used = new Set(lines.map((line) => line.taxRate));
  if (shipping.gross !== '0.00') used.add(shipping.taxRate);
  used.delete('0');
  return [...used].sort((a, b) => Number(b) - Number(a));
}
