import type { ErpOrder } from 'importer-core';
import { FILL_IN } from './findings.js';
import { isInEu, type TaxCase } from './tax-case.js';
import { allRates, type RatePair } from './tax-rates.js';
import { type VatIdProblem, vatIdProblem } from './vat-id.js';

interface Case {
  readonly order: ErpOrder;
  readonly from: string;
  readonly destination: string;
  readonly used: readonly string[];
  readonly found: TaxCase;
  readonly as: TaxCase | 'hold';
  readonly vatId: string | null;
  readonly pair: RatePair | undefined;
  /** The table has rates for the destination on the days of the order. */
  readonly hasOssRates: boolean;
  readonly table: { readonly homeCountry: string; readonly requireVatId: boolean };
  readonly mapped: boolean;
}

interface Problem {
  readonly reason: string;
  readonly field: string;
  readonly message: string;
  readonly remedy: Readonly<Record<string, unknown>> | null;
}

/** What keeps an order from being booked as the case it seems to be; undefined: nothing. */
export function taxProblem(given: Case): Problem | undefined {
  const { order, destination, used, found, as, vatId, pair, table } = given;
  if (as === 'hold' && found === 'foreign-stock') {
    return {
      reason: 'tax-case-unmapped',
      field: 'shipsFrom',
      message: `The goods leave from ${given.from}, not from the home country ${table.homeCountry}, and go to ${destination}: nothing says how the ERP is to book that. Add {"case":"foreign-stock","from":"${given.from}","to":"${destination}","as":"…"} to mapping.tax.cases, then retry the order.`,
      remedy: { tax: { cases: [{ case: found, from: given.from, to: destination, as: FILL_IN }] } },
    };
  }
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
  const wrongId =
    as === 'intra-community' && vatId !== null ? vatIdProblem(vatId, table.homeCountry) : undefined;
  if (wrongId) {
    return {
      reason: 'vat-id-unusable',
      field: 'customer.vatId',
      message: `An intra-community supply to ${destination} needs a VAT id of another EU country, and the customer's ${vatIdProblems[wrongId]}. Correct it or the VAT mode in Billbee, then retry the order.`,
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
  if (as === 'eu-home-rates' && given.hasOssRates) {
    return {
      reason: 'tax-case-contradiction',
      field: 'lines',
      message: `mapping.tax.oss has rates for ${destination}, but this order is taxed with the home country's. Correct the rate in Billbee, or take the country out of the table, then retry the order.`,
      remedy: null,
    };
  }
  return undefined;
}

const vatIdProblems: Readonly<Record<VatIdProblem, string>> = {
  form: 'does not have the form of one',
  'not-eu': 'is one of a country outside the EU',
  home: 'is one of the home country',
};
