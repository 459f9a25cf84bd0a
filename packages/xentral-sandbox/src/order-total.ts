/** What the amount of a price means in this tenant: Xentral's description leaves it open. */
export type PriceMeaning = 'as-tax-display' | 'net' | 'gross';

interface Priced {
  readonly quantity: number;
  readonly price?: { readonly amount?: string };
  readonly value?: { readonly amount?: string };
  readonly tax?: { readonly vatCategory?: 'normal' | 'reduced' | 'exempt' | null };
}

interface Body {
  readonly financials: {
    readonly tax?: {
      readonly taxDisplay?: string;
      readonly normalTaxRate?: number;
      readonly reducedTaxRate?: number;
    };
  };
  readonly positions: readonly Priced[];
  readonly discountPositions?: readonly Priced[];
  readonly delivery: { readonly shippingCosts?: readonly Priced[] };
  readonly setTotalAmount?: {
    readonly isActive?: boolean;
    readonly maximumDifferenceToCalculatedSum?: number;
    readonly totalGrossAmountFromExternal?: number;
  } | null;
}

/** Gross and net total as the tenant works them out, in euro. Its own arithmetic, in whole ten-thousandths. */
export function orderTotal(
  body: Body,
  meaning: PriceMeaning,
): { readonly gross: number; readonly net: number } {
  const { tax = {} } = body.financials;
  const display = tax.taxDisplay === 'net' ? 'net' : 'gross';
  const mode = meaning === 'as-tax-display' ? display : meaning;
  const rates = { normal: tax.normalTaxRate ?? 19, reduced: tax.reducedTaxRate ?? 7, exempt: 0 };
  const sums = new Map<number, number>();
  const priced = [
    ...body.positions,
    ...(body.discountPositions ?? []),
    ...(body.delivery.shippingCosts ?? []),
  ];
  for (const { quantity, price, value, tax: own } of priced) {
    const rate = rates[own?.vatCategory ?? 'normal'];
    const amount = Number((price ?? value)?.amount ?? 0) * quantity;
    sums.set(rate, (sums.get(rate) ?? 0) + amount);
  }
  let gross = 0;
  let net = 0;
  for (const [rate, sum] of sums) {
    gross += round(mode === 'gross' ? sum : sum * (1 + rate / 100));
    net += round(mode === 'gross' ? sum / (1 + rate / 100) : sum);
  }
  const wanted = body.setTotalAmount;
  const external = wanted?.totalGrossAmountFromExternal;
  if (wanted?.isActive && external !== undefined) {
    const difference = Math.abs(round(gross) - external);
    if (difference <= (wanted.maximumDifferenceToCalculatedSum ?? 0) + 1e-9) gross = external;
  }
  return { gross: round(gross), net: round(net) };
}

function round(amount: number): number {
  return Math.sign(amount) * (Math.round(Math.abs(amount) * 100 + 1e-6) / 100);
}
