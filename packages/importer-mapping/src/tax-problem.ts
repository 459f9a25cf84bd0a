import type { ErpOrder, HoldReason } from 'importer-core';
import { FILL_IN } from './findings.js';
import { mappingMessages } from './mapping-messages.js';
import { isInEu, type TaxCase } from './tax-case.js';
import { allRates, type RatePair } from './tax-rates.js';
import { vatIdProblem } from './vat-id.js';

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

interface TaxProblem {
  readonly why: HoldReason;
  readonly remedy: Readonly<Record<string, unknown>> | null;
}

/** What keeps an order from being booked as the case it seems to be; undefined: nothing. */
export function taxProblem(given: Case): TaxProblem | undefined {
  const { order, destination, used, found, as, vatId, pair, table } = given;
  const held = (why: HoldReason, rows: TaxProblem['remedy'] = null): TaxProblem => ({ why, remedy: rows });
  const country = destination;
  const mode = order.vatMode ?? 0;
  if (as === 'hold' && found === 'foreign-stock') {
    const row = { case: found, from: given.from, to: destination, as: FILL_IN };
    const values = { case: found, mode, from: given.from, country, row: JSON.stringify(row) };
    return held(mappingMessages.reason('tax-case-unmapped', values, 'shipsFrom'), { tax: { cases: [row] } });
  }
  if (as === 'hold') {
    const row = { case: found, as: FILL_IN };
    const values = { case: found, mode, country, row: JSON.stringify(row) };
    return held(mappingMessages.reason('tax-case-unmapped', values, 'vatMode'), { tax: { cases: [row] } });
  }
  if (!given.mapped) {
    const inEu = isInEu(destination);
    const wrong =
      (as === 'intra-community' && (destination === table.homeCountry || !inEu)) || (as === 'export' && inEu);
    if (wrong) {
      return held(mappingMessages.reason('tax-case-contradiction', { mode, case: as, country }, 'vatMode'));
    }
  }
  if (as === 'intra-community' && vatId === null && table.requireVatId) {
    return held(mappingMessages.reason('vat-id-missing', { country }, 'customer.vatId'));
  }
  const wrongId =
    as === 'intra-community' && vatId !== null ? vatIdProblem(vatId, table.homeCountry) : undefined;
  if (wrongId) {
    const why = mappingMessages.reason('vat-id-unusable', { country, what: wrongId }, 'customer.vatId');
    return held(why);
  }
  if (pair === undefined) {
    const rates = used.map((one) => `${one} %`).join(', ');
    const why = mappingMessages.reason('oss-country-unmapped', { country, rates }, 'lines');
    return held(why, { tax: { oss: [{ country, normal: FILL_IN, reduced: [] }] } });
  }
  // Several normal (or reduced) rates at once would leave one line without a class in the ERP.
  const classes = [pair.normal, pair.reduced].map((known) => used.filter((one) => known.includes(one)));
  const strange =
    used.find((one) => !allRates(pair).includes(one)) ?? classes.find(({ length }) => length > 1)?.[1];
  if (strange !== undefined) {
    const isOss = as === 'oss';
    const values = {
      rate: strange,
      table: isOss ? 'mapping.tax.oss' : 'mapping.tax.rates',
      country: isOss ? country : undefined,
    };
    const rates = { normal: pair.normal, reduced: [...pair.reduced, strange] };
    return held(
      mappingMessages.reason('tax-rate-unmapped', values, 'lines'),
      isOss ? { tax: { oss: [{ country, ...rates }] } } : { tax: { rates } },
    );
  }
  if (as === 'eu-home-rates' && given.hasOssRates) {
    return held(mappingMessages.reason('oss-rates-contradiction', { country }, 'lines'));
  }
  return undefined;
}
