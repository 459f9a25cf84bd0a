import { z } from 'zod';
import type { ErpOrder } from '../order/erp-order.js';
import { FILL_IN, type Findings } from './findings.js';
import type { ResolvedTax } from './resolved-order.js';
import { country, rates } from './table-parts.js';
import { isInEu, type TaxCase, type TaxClass, taxCaseOf, taxCases } from './tax-case.js';

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
type RatePair = z.output<typeof ratePair>;

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
  const problem = problemOf({
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

interface Case {
  readonly order: ErpOrder;
  readonly destination: string;
  readonly used: readonly string[];
  readonly found: TaxCase;
  readonly as: TaxCase | 'hold';
  readonly vatId: string | null;
  readonly pair: RatePair | undefined;
  readonly table: TaxTable;
  readonly mapped: boolean;
}

interface Problem {
  readonly reason: string;
  readonly field: string;
  readonly message: string;
  readonly remedy: Readonly<Record<string, unknown>> | null;
}

function problemOf(given: Case): Problem | undefined {
  const { order, destination, used, found, as, vatId, pair, table } = given;
  if (as === 'hold') {
    return {
      reason: 'tax-case-unmapped',
      field: 'vatMode',
      message: `The tax case is ${found} (VatMode ${order.vatMode ?? 0} to ${destination}), and nothing says how the ERP is to book it. Add {"case":"${found}","as":"…"} to mapping.tax.cases, then retry the order.`,
      remedy: { tax: { cases: [{ case: found, as: FILL_IN }] } },
    };
  }
  if (!given.mapped) {
    const wrong =
      (as === 'intra-community' && (destination === table.homeCountry || !isInEu(destination))) ||
      (as === 'export' && isInEu(destination));
    if (wrong) {
      return {
        reason: 'tax-case-contradiction',
        field: 'vatMode',
        message: `VatMode ${order.vatMode} (${as}) does not go with goods that are sent to ${destination}. Correct VAT mode or country in Billbee, then retry the order.`,
        remedy: null,
      };
    }
  }
  if (as === 'intra-community' && vatId === null && table.requireVatId) {
    return {
      reason: 'vat-id-missing',
      field: 'customer.vatId',
      message: `An intra-community supply to ${destination} needs the customer's VAT id. Fill it in in Billbee, then retry the order, or set mapping.tax.requireVatId to false.`,
      remedy: null,
    };
  }
  if (pair === undefined) {
    return {
      reason: 'oss-country-unmapped',
      field: 'lines',
      message: `Goods to ${destination} are taxed with ${used.join(' % and ')} %, which are not the home country's rates, and mapping.tax.oss has no row for ${destination}. Add its rates, then retry the order.`,
      remedy: { tax: { oss: [{ country: destination, normal: FILL_IN, reduced: [] }] } },
    };
  }
  // Several normal (or reduced) rates at once would leave one line without a class in the ERP.
  const classes = [pair.normal, pair.reduced].map((known) => used.filter((one) => known.includes(one)));
  const strange =
    used.find((one) => !allRates(pair).includes(one)) ?? classes.find(({ length }) => length > 1)?.[1];
  if (strange !== undefined) {
    const key = as === 'oss' ? `mapping.tax.oss, row ${destination}` : 'mapping.tax.rates';
    return {
      reason: 'tax-rate-unmapped',
      field: 'lines',
      message: `The rate ${strange} % is not among the rates of ${key}, or stands beside another of the same class. Correct the rate in Billbee or add it there, then retry the order.`,
      remedy:
        as === 'oss'
          ? {
              tax: {
                oss: [{ country: destination, normal: pair.normal, reduced: [...pair.reduced, strange] }],
              },
            }
          : { tax: { rates: { normal: pair.normal, reduced: [...pair.reduced, strange] } } },
    };
  }
  if (as === 'eu-home-rates' && table.oss.some((one) => one.country === destination)) {
    return {
      reason: 'tax-case-contradiction',
      field: 'lines',
      message: `mapping.tax.oss has rates for ${destination}, but this order is taxed with the home country's. Correct the rate in Billbee, or take the country out of the table, then retry the order.`,
      remedy: null,
    };
  }
  return undefined;
}

function usedRates({ lines, shipping }: ErpOrder): string[] {
  const used = new Set(lines.map((line) => line.taxRate));
  if (shipping.gross !== '0.00') used.add(shipping.taxRate);
  used.delete('0');
  return [...used].sort((a, b) => Number(b) - Number(a));
}

function allRates({ normal, reduced }: RatePair): readonly string[] {
  return [...normal, ...reduced];
}
