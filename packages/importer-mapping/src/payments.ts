import type { ErpOrder } from 'importer-core';
import { paymentTypeName, paymentTypes } from 'importer-core/order';
import { z } from 'zod';
import { FILL_IN, type Findings } from './findings.js';
import { mappingMessages } from './mapping-messages.js';
import { fitsIdOrName, nameKey } from './names.js';
import type { ResolvedPayment } from './resolved-order.js';
import { text, unmapped } from './table-parts.js';

const knownNames = new Map([...paymentTypes].map(([id, name]) => [nameKey(name), id]));

/** Billbee's number of a payment type, or its name as `Billbee API: GET /enums/paymenttypes` has it; null: none. */
const type = z.union(
  [
    z.int().nonnegative(),
    z
      .string()
      .refine((name) => knownNames.has(nameKey(name)) || /^\d+$/.test(name), {
        error: 'is no payment type of Billbee: give its number, e.g. 3 for PayPal',
      })
      .transform((name) => knownNames.get(nameKey(name)) ?? Number(name)),
    z.null(),
  ],
  { error: 'expected a payment type of Billbee: its number such as 3, or its name such as "PayPal"' },
);

/** Key `payments`: Billbee's payment types to the ERP's payment methods. The first row that fits decides. */
export const payments = z.strictObject({
  unmapped,
  table: z
    .array(
      z.strictObject({
        type,
        /** Only for this shop: Billbee's id or name of it. */
        shop: text.optional(),
        /** Id or name of the payment method in the ERP. */
        method: text,
        /** Whether the ERP may treat the order as paid; default: as Billbee has it. */
        paid: z.enum(['as-in-billbee', 'always', 'never']).default('as-in-billbee'),
        /** `false`: orders paid like this are not shipped automatically. */
        autoShip: z.boolean().optional(),
      }),
    )
    .default([]),
});

/** Holds `payment-unmapped` where the table is to be complete. */
export function resolvePayment(
  { payment, source, paidAt, totals }: ErpOrder,
  tables: z.output<typeof payments>,
  findings: Findings,
): ResolvedPayment {
  const { typeId, transactionId } = payment;
  const row = tables.table.find(
    (candidate) => candidate.type === typeId && fitsIdOrName(candidate.shop, source.shopId, source.shopName),
  );
  const name = typeId === null ? null : (payment.name ?? paymentTypeName(typeId) ?? `Billbee ${typeId}`);
  const value = typeId === null ? 'none' : `${name} (${typeId})`;
  const paidInBillbee = isPaid(paidAt, totals);
  const method = row?.method ?? name;
  const held = !row && tables.unmapped === 'hold';
  findings.use({
    table: 'payments',
    value,
    state: row || tables.unmapped === 'pass' ? 'mapped' : held ? 'held' : 'default',
    becomes: held ? null : method,
    remedy: row ? null : { payments: { table: [{ type: typeId, method: FILL_IN }] } },
  });
  if (held) {
    const row = JSON.stringify({ type: typeId, method: FILL_IN });
    const values = { value, table: 'mapping.payments.table', row };
    findings.hold(mappingMessages.reason('payment-unmapped', values, 'payment.typeId'));
  }
  const paid = row?.paid ?? 'as-in-billbee';
  return {
    method,
    mapped: row !== undefined,
    paid: paid === 'always' || (paid === 'as-in-billbee' && paidInBillbee),
    transactionId,
    autoShip: row?.autoShip ?? null,
  };
}

/** Nothing to pay is paid. What Billbee counts as paid so far decides before the date of a payment, which can be one of several. */
function isPaid(paidAt: string | null, { gross, paid }: ErpOrder['totals']): boolean {
  if (Number(gross) === 0) return true;
  // Billbee leaves 0 where nobody has counted.
  if (paid !== null && Number(paid) > 0) return Number(paid) >= Number(gross);
  return paidAt !== null;
}
