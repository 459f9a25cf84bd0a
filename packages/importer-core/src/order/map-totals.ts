import { Decimal, printMoney, printNumber, sum, taxWithin, toCents, ZERO } from './decimal.js';
import type { OrderLine, OrderTaxShare, OrderTotals } from './erp-order.js';
import type { ShippingTaxRule } from './map-options.js';

/** An amount with the rate it is taxed with. */
export interface TaxedAmount {
  readonly gross: Decimal;
  /** Percent. */
  readonly rate: Decimal;
  /** Contained in `gross`, in cents. */
  readonly tax: Decimal;
}

/** An amount in cents with the tax in it. */
export function taxed(gross: Decimal, rate: Decimal): TaxedAmount {
  return { gross, rate, tax: taxWithin(gross, rate) };
}

/**
 * Totals per rate and in sum. Tax is rounded for each line and then added, so that lines, shares and totals agree to
 * the cent; an invoice that rounds once per rate can differ by half a cent per line.
 */
export function mapTotals(
  amounts: readonly TaxedAmount[],
  total: Decimal,
  paid: Decimal | null,
): OrderTotals {
  const shares = new Map<string, { rate: Decimal; gross: Decimal; tax: Decimal }>();
  for (const { gross, rate, tax } of amounts) {
    const key = printNumber(rate);
    const share = shares.get(key) ?? { rate, gross: ZERO, tax: ZERO };
    shares.set(key, { rate, gross: share.gross.plus(gross), tax: share.tax.plus(tax) });
  }
  const sorted = [...shares.values()].sort((a, b) => b.rate.cmp(a.rate));
  const tax = sum(sorted.map((share) => share.tax));
  return {
    gross: printMoney(total),
    net: printMoney(total.minus(tax)),
    tax: printMoney(tax),
    paid: paid === null ? null : printMoney(toCents(paid)),
    taxes: sorted.map(printShare),
  };
}

function printShare(share: { rate: Decimal; gross: Decimal; tax: Decimal }): OrderTaxShare {
  return {
    taxRate: printNumber(share.rate),
    gross: printMoney(share.gross),
    net: printMoney(share.gross.minus(share.tax)),
    tax: printMoney(share.tax),
  };
}

/** The rate of shipping and adjustments: the articles decide by the rule, `fallback` where there is none. */
export function shippingRate(
  lines: readonly Pick<OrderLine, 'kind' | 'totalGross' | 'taxRate'>[],
  rule: ShippingTaxRule,
  fallback: Decimal,
): Decimal {
  const articles = lines.filter((line) => line.kind === 'article');
  const priced = articles.filter((line) => line.totalGross !== '0.00');
  const deciding = priced.length > 0 ? priced : articles;
  const shares = new Map<string, Decimal>();
  for (const line of deciding) {
    shares.set(line.taxRate, (shares.get(line.taxRate) ?? ZERO).plus(line.totalGross));
  }
  if (shares.size <= 1) {
    const only = deciding[0];
    return only ? new Decimal(only.taxRate) : fallback;
  }
  const rates = [...shares].map(([rate, gross]) => ({ rate: new Decimal(rate), gross: gross.abs() }));
  rates.sort((a, b) => (rule === 'main' ? b.gross.cmp(a.gross) : 0) || b.rate.cmp(a.rate));
  return rates[0]?.rate ?? fallback;
}
