import type { ErpOrder } from 'importer-core';
import { z } from 'zod';
import type { ResolvedTexts } from './resolved-order.js';

const sources = [
  'customer-messages',
  'seller-note',
  'invoice-note',
  'tags',
  'order-number',
  'external-id',
  'billbee-id',
  'platform',
  'shop',
  'payment',
  'shipping-method',
  'parent-order',
  'ships-from',
] as const;

const list = z.array(z.enum(sources));

/** Key `texts`: which notes go into which field of the ERP, in this sequence. */
export const texts = z.strictObject({
  internal: list.default(['customer-messages', 'seller-note', 'tags', 'parent-order', 'ships-from']),
  printed: list.default(['invoice-note']),
  /** Heading of each kind of text, e.g. `{"tags":"Tags"}`; default: German ones; an empty text: none. */
  headings: z.partialRecord(z.enum(sources), z.string()).default({}),
  separator: z.string().default('\n'),
});

type TextRules = z.output<typeof texts>;
type TextSource = (typeof sources)[number];

const germanHeadings: Readonly<Record<TextSource, string>> = {
  'customer-messages': 'Kunde',
  'seller-note': '',
  'invoice-note': '',
  tags: 'Tags',
  'order-number': 'Bestellnummer',
  'external-id': 'Shop-Bestell-ID',
  'billbee-id': 'Billbee-ID',
  platform: 'Plattform',
  shop: 'Shop',
  payment: 'Zahlungsart',
  'shipping-method': 'Versandart',
  'parent-order': 'Teil von Billbee-Auftrag',
  'ships-from': 'Versand ab',
};

export function resolveTexts(order: ErpOrder, rules: TextRules): ResolvedTexts {
  return { internal: write(order, rules.internal, rules), printed: write(order, rules.printed, rules) };
}

function write(order: ErpOrder, wanted: readonly TextSource[], rules: TextRules): string | null {
  const parts = wanted.flatMap((source) => {
    const heading = rules.headings[source] ?? germanHeadings[source];
    return textsOf(order, source).map((text) => (heading === '' ? text : `${heading}: ${text}`));
  });
  return parts.join(rules.separator) || null;
}

function textsOf(
  { source, notes, tags, payment, shipping, shipsFrom }: ErpOrder,
  wanted: TextSource,
): string[] {
  const one = (text: string | null): string[] => (text === null ? [] : [text]);
  switch (wanted) {
    case 'customer-messages':
      return [...notes.customer];
    case 'seller-note':
      return one(notes.internal);
    case 'invoice-note':
      return one(notes.invoice);
    case 'tags':
      return tags.length === 0 ? [] : [tags.join(', ')];
    case 'order-number':
      return one(source.orderNumber);
    case 'external-id':
      return one(source.externalId);
    case 'billbee-id':
      return [source.orderId];
    case 'platform':
      return one(source.platform);
    case 'shop':
      return one(source.shopName);
    case 'payment':
      return one(payment.name);
    case 'shipping-method':
      return one(shipping.productName ?? shipping.providerName);
    case 'parent-order':
      return one(source.parentOrderId);
    case 'ships-from':
      return one(shipsFrom);
  }
}
