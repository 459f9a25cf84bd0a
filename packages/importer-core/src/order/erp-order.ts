/**
 * The neutral order that every target receives: one shape between Billbee and any ERP.
 *
 * Ids are strings, money is a decimal string (`"3612.84"`), times are ISO 8601 with offset.
 */
export interface ErpOrder {
  readonly source: OrderOrigin;
  readonly orderedAt: string;
  readonly paidAt: string | null;
  readonly confirmedAt: string | null;
  readonly shippedAt: string | null;
  readonly modifiedAt: string | null;
  /** ISO 4217, e.g. `EUR`. */
  readonly currency: string;
  readonly totals: OrderTotals;
  readonly lines: readonly OrderLine[];
  readonly shipping: OrderShipping;
  readonly payment: OrderPayment;
  readonly customer: OrderCustomer;
  readonly billingAddress: OrderAddress | null;
  /** null: the goods go to the billing address. */
  readonly deliveryAddress: OrderAddress | null;
  /**
   * Country the goods leave from, where it is not said to be the seller's own, e.g. a marketplace's warehouse; ISO 3166-1
   * alpha-2 (`Billbee API: Order.DeliverySourceCountryCode`). null: Billbee does not say.
   */
  readonly shipsFrom: string | null;
  /** Billbee's VAT mode, see `Billbee API: Order.VatMode`; null when Billbee does not say (read as 0). */
  readonly vatMode: number | null;
  readonly notes: OrderNotes;
  readonly tags: readonly string[];
}

/** Where an order comes from. */
export interface OrderOrigin {
  readonly system: 'billbee';
  /** BillBeeOrderId: the only id that is always there. */
  readonly orderId: string;
  /** Id in the external shop. */
  readonly externalId: string | null;
  readonly orderNumber: string | null;
  readonly shopId: string | null;
  readonly shopName: string | null;
  readonly platform: string | null;
  /** null when the payload has no readable status. */
  readonly statusId: number | null;
  /** BillBeeOrderId of the order this one was split, merged or cancelled from. */
  readonly parentOrderId: string | null;
  /** External id of the order this one cancels (`Billbee API: Order.IsCancelationFor`). */
  readonly cancelsExternalId: string | null;
}

export interface OrderTotals {
  /** What the customer pays, shipping included; two digits. */
  readonly gross: string;
  readonly net: string;
  /** Tax in `gross`, tax on shipping included. */
  readonly tax: string;
  /** Paid so far; null when Billbee does not say. */
  readonly paid: string | null;
  /** The same gross, net and tax per tax rate, highest rate first, shipping included; they add up to the totals. */
  readonly taxes: readonly OrderTaxShare[];
}

/** What one tax rate contributes to the totals. */
export interface OrderTaxShare {
  /** Percent as a decimal string, e.g. `"19"`. */
  readonly taxRate: string;
  readonly gross: string;
  readonly net: string;
  readonly tax: string;
}

/** Kind of an order line. */
export type OrderLineKind = 'article' | 'discount' | 'coupon' | 'adjustment';

export interface OrderLine {
  readonly lineId: string | null;
  readonly kind: OrderLineKind;
  /** A set (bill of materials) sold as one position; its components are not in the order. */
  readonly isSet: boolean;
  readonly sku: string | null;
  readonly ean: string | null;
  readonly title: string | null;
  /** Decimal string, can be fractional. */
  readonly quantity: string;
  /** May have more than two digits, so that quantity x price gives the line total. */
  readonly unitPriceGross: string;
  readonly unitPriceNet: string;
  /** Line total after discount for all units; two digits. */
  readonly totalGross: string;
  readonly totalNet: string;
  /** Percent as a decimal string, e.g. `"19"`. */
  readonly taxRate: string;
  /** Discount already contained in `totalGross`, percent. */
  readonly discountPercent: string | null;
  /** Options such as `Farbe: rot`. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

export interface OrderShipping {
  /** Gross shipping cost; two digits. */
  readonly gross: string;
  readonly net: string;
  readonly taxRate: string;
  /** Shipping provider of the Billbee account, its product, and the shipping profile: ids and names. */
  readonly providerId: string | null;
  readonly providerName: string | null;
  readonly productId: string | null;
  readonly productName: string | null;
  readonly profileId: string | null;
  readonly profileName: string | null;
}

export interface OrderPayment {
  /** Billbee's payment type; unknown numbers pass through. */
  readonly typeId: number | null;
  /** Billbee's name of the type; null for one without a public name. */
  readonly name: string | null;
  readonly transactionId: string | null;
}

export interface OrderCustomer {
  readonly customerId: string | null;
  readonly number: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly vatId: string | null;
  /** Two lower-case letters, e.g. `de`. */
  readonly language: string | null;
}

export interface OrderAddress {
  readonly company: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly nameAddition: string | null;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly addressAddition: string | null;
  readonly zip: string | null;
  readonly city: string | null;
  readonly state: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly countryCode: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface OrderNotes {
  /** What the customer wrote, oldest first. */
  readonly customer: readonly string[];
  readonly internal: string | null;
  readonly invoice: string | null;
}
