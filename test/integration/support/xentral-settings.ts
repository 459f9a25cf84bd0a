const otherTypes = [1, 2, 19, 22, 26, 31, 44, 59, 61, 63, 98, 145];

const mapping = {
  payments: {
    table: [
      { type: 'PayPal', method: 'paypal' },
      ...otherTypes.map((type) => ({ type, method: 'sonstige' })),
    ],
  },
  shipping: { default: 'dhl' },
  articles: { fallback: 'DIVERSES' },
  discounts: { article: 'RABATT', surchargeArticle: 'DIVERSES' },
  coupons: { article: 'GUTSCHEIN' },
  shippingCost: { article: 'VERSAND' },
  currencies: { unmapped: 'pass' },
  carriers: { table: [{ carrier: 'Hauspost', carrierId: 16 }] },
  tax: { requireVatId: false, cases: [{ case: 'third-country-taxed', as: 'third-country-taxed' }] },
};

/** A settings file that suits the sandbox's orders and the sandbox's tenant. */
export const xentralSettings = {
  version: 1 as const,
  importStatusIds: [3],
  inProgressStatusId: 16,
  shippedStatusId: 4,
  cancelledStatusId: 8,
  setInProgressAfterImport: true,
  mapping,
  xentral: {
    project: 'ONLINE',
    paymentMethod: 'sonstige',
    shippingMethod: 'dhl',
    unclearSeconds: 0.5,
    callsPerMinute: 10_000,
    feedback: { stock: 'list' },
  },
};
