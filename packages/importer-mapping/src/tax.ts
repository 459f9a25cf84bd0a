import type { ErpOrder } from 'importer-core';
import { z } from 'zod';
import type { Findings } from './findings.js';
import type { ResolvedTax } from './resolved-order.js';
import { country, rates } from './table-parts.js';
import { type TaxCase, type TaxClass, taxCaseOf, taxCases } from './tax-case.js';
import { allRates, type RatePair, taxProblem } from './tax-problem.js';

const ratePair = z.strictObject({
  /** Rates that count as normal, the present one first. */
  normal: rates,
  reduced: rates.default([]),
});

/**
 * Key `tax`: home country with its rates, the OSS countries with theirs, and what a case is to be treated as.
 *
 * With no OSS country an order to another EU country passes only with the home country's rates.
 */
export const tax = z
  .strictObject({
    homeCountry: country.default('DE'),
    /** Rates of the home country; default for Germany: 19 and 7, and 16 and 5 of 2020. */
    rates: ratePair.optional(),
    /** Countries the shop taxes at their own rates. */
    oss: z.array(ratePair.extend({ country })).default([]),
    /** An intra-community supply without a VAT id is held; `false` lets it pass. */
    requireVatId: z.boolean().default(true),
    /** What a case is treated as: another case, or `hold`. */
    cases: z
      .array(
        z.strictObject({
          case: z.enum(taxCases),
          as: z.enum([...taxCases.filter((one) => one !== 'unknown-mode'), 'hold']),
        }),
      )
      .default([]),
  })
  .refine(({ homeCountry, rates: given }) => homeCountry === 'DE' || given !== undefined, {
    path: ['rates'],
    error: 'is missing: a home country other than DE needs its rates, e.g. {"normal":20,"reduced":[10,13]}',
  });

type TaxTable = z.output<typeof tax>;

const germanRates: RatePair = { normal: ['19', '16'], reduced: ['7', '5'] };

/** Held unless the table says what to treat them as: nothing in an order shows how the ERP is to book them. */
const heldCases: ReadonlySet<TaxCase> = new Set([
  'margin',
  'third-country-taxed',
  'eu-untaxed',
  'unknown-mode',
]);

/** The country the goods go to; the home country when no address says. */
function destinationOf({ deliveryAddress, billingAddress }: ErpOrder, table: TaxTable): string {
  return deliveryAddress?.countryCode ?? billingAddress?.countryCode ?? table.homeCountry;
}

/**
 * Holds `tax-case-unmapped`, `tax-case-contradiction` (mode and destination do not go together), `vat-id-missing`,
 * `oss-country-unmapped` and `tax-rate-unmapped`.
 */
export function resolveTax(order: ErpOrder, table: TaxTable, findings: Findings): ResolvedTax {
  const destination = destinationOf(order, table);
  const used = usedRates(order);
  const home = table.rates ?? germanRates;
  const found = taxCaseOf(order.vatMode, destination, table.homeCountry, used, allRates(home));
  const row = table.cases.find((candidate) => candidate.case === found);
  const as = row?.as ?? (heldCases.has(found) ? 'hold' : found);
  const vatId = order.customer.vatId?.replace(/[\s.-]+/g, '').toUpperCase() || null;
  const taxCase = as === 'hold' ? found : as;
  const pair = taxCase === 'oss' ? table.oss.find((one) => one.country === destination) : home;
  const problem = taxProblem({
    order,
    destination,
    used,
    found,
    as,
    vatId,
    pair,
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
    ...(problem && { message: problem.message }),
  });
  if (problem) findings.hold(problem.reason, problem.field, problem.message);
  const rates = pair ?? home;
  return {
    case: taxCase,
    country: destination,
    vatId,
    normalRate: used.find((one) => rates.normal.includes(one)) ?? rates.normal[0] ?? '0',
    reducedRate: used.find((one) => rates.reduced.includes(one)) ?? rates.reduced[0] ?? null,
  };
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
