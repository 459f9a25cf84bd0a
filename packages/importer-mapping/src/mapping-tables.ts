import { z } from 'zod';
import { addresses } from './addresses.js';
import { articles } from './articles.js';
import { carriers } from './carriers.js';
import { coupons } from './coupons.js';
import { currencies } from './currencies.js';
import { customerGroups } from './customer-groups.js';
import { discounts } from './discounts.js';
import { lineTexts } from './lines.js';
import { payments } from './payments.js';
import { prices } from './prices.js';
import { sets } from './sets.js';
import { shipping } from './shipping.js';
import { shippingCost } from './shipping-cost.js';
import { shops } from './shops.js';
import { tax } from './tax.js';
import { texts } from './texts.js';

/** The key `mapping` of the settings file. Every key may be left out; an unknown one is refused. */
export const mappingTables = z.strictObject({
  payments: payments.prefault({}),
  shipping: shipping.prefault({}),
  carriers: carriers.prefault({}),
  tax: tax.prefault({}),
  shops: shops.prefault({}),
  customerGroups: customerGroups.prefault({}),
  articles: articles.prefault({}),
  sets: sets.prefault({}),
  discounts: discounts.prefault({}),
  coupons: coupons.prefault({}),
  shippingCost: shippingCost.prefault({}),
  prices: prices.prefault({}),
  currencies: currencies.prefault({}),
  addresses: addresses.prefault({}),
  lines: lineTexts.prefault({}),
  texts: texts.prefault({}),
});

/** The tables as a resolver uses them: every default filled in. */
export type MappingTables = z.output<typeof mappingTables>;

/** The tables as they stand in a settings file. */
export type MappingSettings = z.input<typeof mappingTables>;
