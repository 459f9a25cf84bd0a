/**
 * The body of an import, as far as this target fills it in.
 *
 * Source: `Xentral API: POST /api/v1/salesOrders/actions/import`.
 */
export interface ImportRequest {
  readonly date: string;
  readonly externalOrderId: string;
  readonly externalOrderNumber: string;
  readonly transactionNumber?: string;
  readonly internalDesignation?: string;
  readonly comment?: string;
  readonly bodyIntroduction?: string;
  readonly customer: Reference;
  readonly project: Reference;
  readonly salesChannel?: Reference;
  readonly language?: { readonly iso2: string };
  readonly autoCreateDocuments?: string;
  readonly vatCheck?: boolean;
  readonly financials: {
    readonly paymentMethod: Reference;
    readonly currency: string;
    readonly billingAddress: RequestAddress;
    readonly tax: {
      readonly taxation: string;
      readonly taxDisplay: 'gross' | 'net';
      readonly vatId?: string;
      readonly normalTaxRate: number;
      readonly reducedTaxRate?: number;
    };
  };
  readonly delivery: {
    readonly autoShipping: boolean;
    readonly fastLane?: boolean;
    readonly shippingMethod: Reference;
    readonly shippingAddress?: RequestAddress;
    readonly shippingCosts?: readonly RequestShippingCost[];
  };
  readonly positions: readonly RequestPosition[];
  readonly discountPositions?: readonly RequestDiscount[];
  readonly setTotalAmount?: {
    readonly isActive: true;
    readonly maximumDifferenceToCalculatedSum: number;
    readonly totalGrossAmountFromExternal: number;
  };
}

export interface Reference {
  readonly id: string;
}

export interface RequestMoney {
  readonly amount: string;
  readonly currency: string;
}

export interface RequestTax {
  readonly vatCategory: 'normal' | 'reduced' | 'exempt';
  readonly taxText: string;
}

export interface RequestPosition {
  readonly product: { readonly id: string; readonly name?: string; readonly description?: string };
  readonly quantity: number;
  readonly price: RequestMoney;
  readonly tax: RequestTax;
  readonly webId?: string;
}

export interface RequestShippingCost {
  readonly shippingCostProduct: { readonly id: string; readonly name?: string };
  readonly quantity: number;
  readonly price: RequestMoney;
  readonly tax: RequestTax;
}

export interface RequestDiscount {
  readonly discountProduct: { readonly id: string; readonly name?: string };
  readonly quantity: number;
  readonly value: RequestMoney;
  readonly tax: RequestTax;
  readonly webId?: string;
}

export interface RequestAddress {
  readonly type: 'company' | 'other';
  readonly name: string;
  readonly contactPerson?: string;
  readonly department?: string;
  readonly street?: string;
  readonly zipCode?: string;
  readonly city?: string;
  readonly state?: string;
  readonly country: string;
  readonly addressSupplement?: string;
  readonly email?: string;
  readonly phoneNumber?: string;
}
