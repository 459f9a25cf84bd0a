import { z } from 'zod';
import { xentralMessages } from '../messages/index.js';

const id = z.union([z.string(), z.number()]).transform(String);
const maybeText = z.string().nullish();
const amount = z.union([z.number(), z.string()]).nullish();

/** Source: `Xentral API: GET /api/v1/salesOrders`. */
export const salesOrder = z.object({
  id,
  documentNumber: maybeText,
  externalOrderId: maybeText,
  status: maybeText,
  total: amount,
});
export type SalesOrder = z.output<typeof salesOrder>;

/** Source: `Xentral API: GET /api/v1/products`. */
export const product = z.object({
  id,
  number: maybeText,
  ean: maybeText,
  stockCount: amount,
  isDisabled: z.boolean().nullish(),
  project: z.object({ id }).nullish(),
});
export type Product = z.output<typeof product>;

/** Projects, payment methods, shipping methods, sales channels: an id and what people call it. */
export const namedThing = z.object({
  id,
  name: maybeText,
  keyName: maybeText,
  type: maybeText,
  designation: maybeText,
  module: maybeText,
  project: z.object({ id }).nullish(),
});
export type NamedThing = z.output<typeof namedThing>;

/** Source: `Xentral API: GET /api/v2/customers`; only the id is relied on. */
export const customer = z.object({
  id,
  general: z.object({ name: maybeText }).nullish(),
  name: maybeText,
});

/** Source: `Xentral API: GET /api/v1/deliveries`. */
export const delivery = z.object({
  id,
  tracking: z.object({ number: maybeText, link: maybeText, carrier: maybeText }).nullish(),
  salesOrder: z.object({ id }).nullish(),
  shippingMethod: z.object({ id }).nullish(),
  sentAt: maybeText,
});
export type DeliveryAnswer = z.output<typeof delivery>;

/** Source: `Xentral API: GET /api/v1/products/{id}/stocks`; further totals are left aside. */
export const stocks = z.object({
  data: z.object({ sellable: amount, totals: z.object({ sellable: amount }).nullish() }).nullish(),
});

/** The rows of a list's answer, and how many there are in all. */
export function rowsOf<T extends z.ZodType>(
  answer: unknown,
  row: T,
  path: string,
): { rows: z.output<T>[]; total: number | undefined } {
  const list = z
    .object({ data: z.array(row), extra: z.object({ totalCount: z.number().nullish() }).nullish() })
    .safeParse(answer);
  if (list.success)
    return { rows: list.data.data as z.output<T>[], total: list.data.extra?.totalCount ?? undefined };
  const at = list.error.issues[0]?.path.join('.') ?? 'data';
  throw xentralMessages.stop('xentral-answer-unreadable', { path, at }, { cause: list.error });
}
