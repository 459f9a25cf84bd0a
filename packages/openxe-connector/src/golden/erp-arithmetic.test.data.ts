/**
 * OpenXE's arithmetic of an order, written from the description of its import and not from our mapper, in whole numbers:
 *
 * - a position costs its net price (8 decimals) times its quantity (4 decimals), less its discount in percent;
 * - its tax is that of its class, at the order's rates; the shipping field has the class `normal` whatever is sent;
 * - `ust_befreit` 2 and 3 take all tax away, 1 only together with a VAT id;
 * - nothing is rounded before the order's total is.
 */
export interface ErpAmounts {
  readonly gross: string;
  /** Gross per percent. */
  readonly rates: Readonly<Record<string, string>>;
  /** Gross of the shipping field and of shipping positions. */
  readonly shipping: string;
  /** Gross of positions with a negative price. */
  readonly discount: string;
}

type Row = Readonly<Record<string, unknown>>;

/** 10^-24: price (8) times quantity (4) times percent (up to 4) and some room. */
const scale = 24;

export function erpAmounts(cart: Row, shippingArticle: string): ErpAmounts {
  const exempt = String(cart['ust_befreit']);
  const isTaxed = exempt === '0' || (exempt === '1' && cart['ustid'] === '');
  const percentOf = (taxClass: string): string => {
    if (!isTaxed || taxClass === 'befreit') return '0';
    // What an order has when the cart says nothing.
    if (taxClass === 'ermaessigt') return String(cart['steuersatz_ermaessigt'] ?? '7');
    return String(cart['steuersatz_normal'] ?? '19');
  };
  const rates: Record<string, bigint> = {};
  let shipping = 0n;
  let discount = 0n;
  let total = 0n;
  const book = (net: bigint, taxClass: string, isShipping: boolean): void => {
    const percent = percentOf(taxClass);
    const gross = net + (net * units(percent, 4)) / 1_000_000n;
    rates[percent] = (rates[percent] ?? 0n) + gross;
    total += gross;
    if (isShipping) shipping += gross;
    else if (gross < 0n) discount += gross;
  };
  for (const line of cart['articlelist'] as Row[]) {
    if (line['articleid'] === '') throw new Error('An empty number is booked on another article.');
    const taxClass = String(line['umsatzsteuer']);
    if (!['normal', 'ermaessigt', 'befreit'].includes(taxClass)) throw new Error(`No class: ${taxClass}`);
    const price = units(String(line['price_netto']), 8);
    const net = price * units(String(line['quantity']), 4) * 10n ** 12n;
    if (units(String(line['rabatt']), 0) !== 0n) throw new Error('A discount inside a position');
    book(net, taxClass, line['articleid'] === shippingArticle);
  }
  if ('rabattnetto' in cart || 'rabattbrutto' in cart)
    throw new Error('A discount without an article is fatal.');
  const freight = units(String(cart['versandkostennetto']), 8) * 10n ** 16n;
  if (units(String(cart['versandkostenbrutto']), 8) !== 0n) throw new Error('The net value goes before it.');
  if (freight !== 0n) book(freight, 'normal', true);
  return {
    gross: print(total),
    rates: Object.fromEntries(Object.entries(rates).map(([percent, gross]) => [percent, print(gross)])),
    shipping: print(shipping),
    discount: print(discount),
  };
}

/** A decimal as a whole number of its smallest unit; more digits than the column has are a mistake of ours. */
function units(text: string, digits: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const fraction = match?.[3] ?? '';
  if (!match || fraction.length > digits) throw new Error(`Not a number with ${digits} digits: ${text}`);
  const value = BigInt((match[2] ?? '0') + fraction.padEnd(digits, '0'));
  return match[1] === '-' ? -value : value;
}

/** Rounded to cents, halves away from zero. */
function print(value: bigint): string {
  const cent = 10n ** BigInt(scale - 2);
  const size = value < 0n ? -value : value;
  const cents = (size + cent / 2n) / cent;
  const text = cents.toString().padStart(3, '0');
  return `${value < 0n && cents !== 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}
