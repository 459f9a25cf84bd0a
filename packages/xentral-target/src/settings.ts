import { taxCases } from 'importer-mapping';
import { z } from 'zod';
import { xentralMessages } from './messages/index.js';

const text = z
  .union([z.string(), z.int().nonnegative().transform(String)])
  .transform((value) => value.trim())
  .refine((value) => value !== '', { error: 'expected a text that is not empty' });
const path = z
  .string()
  .regex(/^\/api\/v\d+\/[\w/-]+$/, { error: 'expected a path such as "/api/v1/products"' });
const money = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,2})?$/, { error: 'expected an amount in quotes such as "0.01"' });
const taxation = z.enum(['domestic', 'eu', 'export', 'taxfreedomestic']);

/** Key `xentral` of the settings file. Every key may be left out; an unknown one is refused. */
export const xentralSettings = z.strictObject({
  /** Address of the tenant; a front end may have another that goes before it. */
  url: z.string().optional(),
  /** For orders whose shop has no project in `mapping.shops`: id, name or abbreviation. */
  project: text.optional(),
  /** For orders without a payment type or shipping method, where no row of the mapping is for that. */
  paymentMethod: text.optional(),
  shippingMethod: text.optional(),
  salesChannel: text.optional(),
  /** Lets Xentral ship by itself. Off: an imported order waits for a person. */
  autoShipping: z.boolean().default(false),
  fastLane: z.boolean().optional(),
  autoCreateDocuments: z.enum(['deliveryNote+invoice', 'deliveryNote', 'invoice']).optional(),
  /** Tells Xentral that VAT ids have been checked elsewhere. */
  vatChecked: z.boolean().default(false),
  customers: z
    .strictObject({
      /** A customer that Xentral does not have is created, or holds the order. */
      missing: z.enum(['create', 'hold']).default('create'),
      /** Ways to look, in sequence. `number` only where both systems use the same customer numbers. */
      match: z.array(z.enum(['number', 'email'])).default(['email']),
      /** More than one customer with that mail address: hold the order, or take the one with the lowest id. */
      ambiguous: z.enum(['hold', 'first']).default('hold'),
      /** Id of one customer for all orders; their addresses stand on the orders. */
      collective: text.optional(),
      /** Beginning of the number of customers created without a mail address. */
      numberPrefix: z
        .string()
        .regex(/^[\w-]{1,20}$/)
        .default('BB-'),
    })
    .prefault({}),
  /** What the amount of a price means: as `taxDisplay` says, or always the same. To be tried on the tenant. */
  priceAmount: z.enum(['as-tax-display', 'net', 'gross']).default('as-tax-display'),
  /** A price per piece that is no whole cent: two lines that are (`split`), or more digits (`exact`). */
  unevenPrices: z.enum(['split', 'exact']).default('split'),
  /** Sign of the value of a discount position. To be tried on the tenant. */
  discountSign: z.enum(['negative', 'positive']).default('negative'),
  /** Xentral's taxation for tax cases of the mapping, where the default does not suit. */
  taxation: z
    .partialRecord(z.enum(taxCases).exclude(['unknown-mode', 'foreign-stock']), taxation)
    .default({}),
  totals: z
    .strictObject({
      /** Xentral's total differs from Billbee's: hold the order (it stays in Xentral), note it, or do not compare. */
      difference: z.enum(['hold', 'note', 'ignore']).default('hold'),
      tolerance: money.default('0.01'),
      /** Xentral sets its total to Billbee's where they differ by no more than this. */
      setTotalWithin: money.optional(),
    })
    .prefault({}),
  /** A delivery address without street, zip or city: hold, or send it as it is. */
  requireFullAddress: z.boolean().default(true),
  /** Put before the BillBeeOrderId where several Billbee accounts feed one tenant. */
  externalIdPrefix: z
    .string()
    .regex(/^[\w.-]{0,40}$/)
    .default(''),
  /** No order sent to Xentral shows up later than this after it was sent, in seconds. */
  unclearSeconds: z.number().positive().max(600).default(60),
  /** Calls per minute until the tenant says its own limit. */
  callsPerMinute: z.int().min(1).max(10_000).default(100),
  feedback: z
    .strictObject({
      tracking: z.boolean().default(true),
      /** Sets `shippedStatusId` and `cancelledStatusId` of the settings file in Billbee. */
      status: z.boolean().default(true),
      /** `shippedStatusId` is set with the first parcel, or when Xentral has completed the order. */
      shippedWhen: z.enum(['first-parcel', 'completed']).default('first-parcel'),
      /** Stock is not reported, taken from the list of products (50 a call), or asked for product by product. */
      stock: z.enum(['off', 'list', 'sellable']).default('off'),
      /** Billbee's stock that is set; default: its default stock. */
      billbeeStockId: text.optional(),
      /** Orders are no longer looked at after so many days. */
      days: z.int().min(1).max(730).default(90),
      /** Most calls to Xentral in one run of feedback. */
      callsPerRun: z.int().min(2).max(10_000).default(60),
    })
    .prefault({}),
  /** Where Xentral's versions differ. To be tried on the tenant. */
  paths: z
    .strictObject({
      products: path.default('/api/v1/products'),
      customers: path.default('/api/v2/customers'),
      salesChannels: path.default('/api/v2/salesChannels'),
    })
    .prefault({}),
});

export type XentralSettings = z.output<typeof xentralSettings>;

/**
 * Reads the key `xentral` of a settings file.
 *
 * @param value parsed JSON; undefined: the defaults
 * @throws {SettingsError} `xentral-settings-invalid`, naming the path of the key
 */
export function readXentralSettings(value: unknown): XentralSettings {
  const result = xentralSettings.safeParse(value === undefined ? {} : value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const key = ['xentral', ...(issue?.path ?? []), ...unknown].map(String).join('.');
  const detail = unknown.length > 0 ? undefined : issue?.message;
  throw xentralMessages.settings('xentral-settings-invalid', { key, detail }, [key]);
}
