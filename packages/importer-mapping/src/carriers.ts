import { carrierIdOf } from 'importer-core/order';
import { z } from 'zod';
import { sameName } from './names.js';
import { text } from './table-parts.js';

/** Digits, as Billbee's ids. */
const id = z
  .union([z.int().positive(), z.string().regex(/^\d{1,20}$/)], { error: 'expected an id of digits' })
  .transform(String);

/** Key `carriers`: what the ERP shipped with, in Billbee's words; used for tracking numbers that go back. */
export const carriers = z.strictObject({
  table: z
    .array(
      z.strictObject({
        /** The ERP's carrier or shipping method: its id or name. */
        carrier: text,
        /** `Billbee API: GET /enums/shippingcarriers`. */
        carrierId: z.int().nonnegative().optional(),
        /** Shipping provider and product of the Billbee account. */
        providerId: id.optional(),
        providerProductId: id.optional(),
      }),
    )
    .default([]),
});

/** What a tracking number is reported with. */
export interface BillbeeCarrier {
  readonly carrierId?: number | undefined;
  readonly providerId?: string | undefined;
  readonly providerProductId?: string | undefined;
}

/**
 * The carrier of a parcel: the table's row, else what its name begins with, else nothing (Billbee then shows the
 * tracking number alone).
 *
 * @param names what the ERP says of the parcel, most telling first: carrier, shipping method, id
 * @example resolveCarrier(['DHL Paket'], tables) // { carrierId: 2 }
 */
export function resolveCarrier(
  names: readonly (string | null | undefined)[],
  tables: z.output<typeof carriers>,
): BillbeeCarrier {
  for (const name of names) {
    if (name === null || name === undefined) continue;
    const row = tables.table.find(
      (candidate) => candidate.carrier === name || sameName(candidate.carrier, name),
    );
    if (row) {
      const { carrierId, providerId, providerProductId } = row;
      return { carrierId, providerId, providerProductId };
    }
  }
  for (const name of names) {
    const carrierId = carrierIdOf(name ?? '');
    if (carrierId !== undefined) return { carrierId };
  }
  return {};
}
