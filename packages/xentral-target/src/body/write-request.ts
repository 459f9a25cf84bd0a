import type { ResolvedLine, ResolvedOrder, TaxCase } from 'importer-mapping';
import { xentralOrderMessages } from '../messages/index.js';
import type { XentralSettings } from '../settings.js';
import type {
  ImportRequest,
  RequestDiscount,
  RequestMoney,
  RequestPosition,
  RequestTax,
} from './import-request.js';
import { refuseIncomplete, writeBillingAddress, writeShippingAddress } from './write-address.js';
import { portionsOf } from './write-prices.js';

/** Xentral's ids of what an order refers to. */
export interface RequestIds {
  readonly customer: string;
  readonly project: string;
  readonly paymentMethod: string;
  readonly shippingMethod: string;
  readonly salesChannel: string | undefined;
  /** One per line of the resolved order, same sequence. */
  readonly lines: readonly string[];
  readonly discounts: readonly string[];
  readonly shippingCost: string | undefined;
}

/** Cases in which no VAT is shown: net and gross are the same. */
const untaxed: ReadonlySet<TaxCase> = new Set([
  'small-business',
  'intra-community',
  'export',
  'margin',
  'eu-untaxed',
]);

const taxations: Readonly<Record<TaxCase, string>> = {
  domestic: 'domestic',
  'small-business': 'taxfreedomestic',
  'intra-community': 'eu',
  export: 'export',
  margin: 'taxfreedomestic',
  oss: 'domestic',
  'eu-home-rates': 'domestic',
  'third-country-taxed': 'domestic',
  'eu-untaxed': 'eu',
  'foreign-stock': 'domestic',
  'unknown-mode': 'domestic',
};

/**
 * The body of the import call.
 *
 * @param externalOrderId what the order is found by again
 * @throws HoldError `address-incomplete`, `tax-rate-unmapped`
 */
export function writeRequest(
  resolved: ResolvedOrder,
  ids: RequestIds,
  externalOrderId: string,
  settings: XentralSettings,
): ImportRequest {
  const { order, payment, shipping, shop, tax, texts, currency, billing, delivery } = resolved;
  const { source } = order;
  if (settings.requireFullAddress && delivery === null) refuseIncomplete(billing, 'billingAddress');
  const display = untaxed.has(tax.case) ? 'net' : resolved.prices;
  const mode = settings.priceAmount === 'as-tax-display' ? display : settings.priceAmount;
  const writer = new LineWriter(currency.code, mode, settings);
  const { language } = shop;
  const autoShipping = shipping.autoShip ?? payment.autoShip ?? settings.autoShipping;
  const { setTotalWithin } = settings.totals;
  return {
    date: resolved.orderedOn,
    externalOrderId,
    externalOrderNumber: source.orderNumber ?? source.externalId ?? source.orderId,
    ...(payment.transactionId !== null && { transactionNumber: payment.transactionId }),
    internalDesignation: `Billbee ${source.orderId}`,
    ...(texts.internal !== null && { comment: richText(texts.internal) }),
    ...(texts.printed !== null && { bodyIntroduction: richText(texts.printed) }),
    customer: { id: ids.customer },
    project: { id: ids.project },
    ...(ids.salesChannel !== undefined && { salesChannel: { id: ids.salesChannel } }),
    ...(language !== null && { language: { iso2: language } }),
    ...(settings.autoCreateDocuments !== undefined && { autoCreateDocuments: settings.autoCreateDocuments }),
    ...(settings.vatChecked && { vatCheck: true }),
    financials: {
      paymentMethod: { id: ids.paymentMethod },
      currency: currency.code,
      billingAddress: writeBillingAddress(billing),
      tax: {
        taxation: settings.taxation[tax.case as keyof typeof settings.taxation] ?? taxations[tax.case],
        taxDisplay: display,
        ...(tax.vatId !== null && { vatId: tax.vatId }),
        normalTaxRate: Number(tax.normalRate),
        ...(tax.reducedRate !== null && { reducedTaxRate: Number(tax.reducedRate) }),
      },
    },
    delivery: {
      autoShipping: autoShipping && payment.autoShip !== false && shipping.autoShip !== false,
      ...(settings.fastLane !== undefined && { fastLane: settings.fastLane }),
      shippingMethod: { id: ids.shippingMethod },
      ...(delivery !== null && {
        shippingAddress: writeShippingAddress(delivery, settings.requireFullAddress),
      }),
      ...(resolved.shippingCost !== null &&
        ids.shippingCost !== undefined && {
          shippingCosts: writer.shippingCost(resolved.shippingCost, ids.shippingCost),
        }),
    },
    positions: resolved.lines.flatMap((line, index) => writer.positions(line, ids.lines[index] ?? '')),
    ...(resolved.discounts.length > 0 && {
      discountPositions: resolved.discounts.map((line, index) =>
        writer.discount(line, ids.discounts[index] ?? ''),
      ),
    }),
    ...(setTotalWithin !== undefined && {
      setTotalAmount: {
        isActive: true,
        maximumDifferenceToCalculatedSum: Number(setTotalWithin),
        totalGrossAmountFromExternal: Number(order.totals.gross),
      },
    }),
  };
}

class LineWriter {
  readonly #currency: string;
  readonly #mode: 'gross' | 'net';
  readonly #settings: XentralSettings;

  constructor(currency: string, mode: 'gross' | 'net', settings: XentralSettings) {
    this.#currency = currency;
    this.#mode = mode;
    this.#settings = settings;
  }

  positions(line: ResolvedLine, id: string): readonly RequestPosition[] {
    return portionsOf(line, this.#mode, this.#settings.unevenPrices).map(({ quantity, amount }) => ({
      product: {
        id,
        ...(line.title !== null && { name: line.title }),
        ...(line.description !== null && { description: line.description }),
      },
      quantity,
      price: this.#money(amount),
      tax: taxOf(line),
      ...(line.lineId !== null && { webId: line.lineId }),
    }));
  }

  shippingCost(line: ResolvedLine, id: string): NonNullable<ImportRequest['delivery']['shippingCosts']> {
    return portionsOf(line, this.#mode, this.#settings.unevenPrices).map(({ quantity, amount }) => ({
      shippingCostProduct: { id, ...(line.title !== null && { name: line.title }) },
      quantity,
      price: this.#money(amount),
      tax: taxOf(line),
    }));
  }

  /** One piece of the whole discount, so that its sign is the only question. */
  discount(line: ResolvedLine, id: string): RequestDiscount {
    const [portion] = portionsOf(
      { ...line, quantity: '1', unitPriceGross: line.totalGross, unitPriceNet: line.totalNet },
      this.#mode,
      'exact',
    );
    const size = (portion?.amount ?? '0.00').replace(/^-/, '');
    const lowers = line.totalGross.startsWith('-') === (this.#settings.discountSign === 'negative');
    return {
      discountProduct: { id, ...(line.title !== null && { name: line.title }) },
      quantity: 1,
      value: this.#money(lowers ? `-${size}` : size),
      tax: taxOf(line),
      ...(line.lineId !== null && { webId: line.lineId }),
    };
  }

  #money(amount: string): RequestMoney {
    return { amount, currency: this.#currency };
  }
}

/** Only the category: whether `rate` is a percentage or a fraction is not documented. */
function taxOf({ taxRate, taxClass }: ResolvedLine): RequestTax {
  if (taxClass === 'other') {
    throw xentralOrderMessages.hold('xentral-tax-rate-unmapped', { rate: taxRate }, { field: 'lines' });
  }
  return { vatCategory: taxClass, taxText: taxClass === 'exempt' ? 'steuerfrei' : `${taxRate}% MwSt.` };
}

/** Plain text for a field that Xentral reads as HTML. */
function richText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n?|\n/g, '<br>');
}
