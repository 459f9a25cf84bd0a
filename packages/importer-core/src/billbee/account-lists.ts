import { z } from 'zod';

/** An order status of the account as Billbee names it. */
export interface BillbeeOrderStatus {
  readonly id: number;
  /** Identifier style, German, e.g. `Zahlung_erhalten`; no label. */
  readonly apiName: string;
}

const id = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .pipe(z.int());

/** `Billbee API: GET /enums/orderstates`: `[{ Id, Name }]`; other enums of Billbee use lower-case keys. */
const entries = z.array(
  z.union([
    z.object({ Id: id, Name: z.string() }).transform(({ Id, Name }) => ({ id: Id, apiName: Name })),
    z.object({ id, name: z.string() }).transform(({ id, name }) => ({ id, apiName: name })),
  ]),
);

/** @returns by id; undefined when `data` is not a list of order statuses */
export function readOrderStatuses(data: unknown): readonly BillbeeOrderStatus[] | undefined {
  const parsed = entries.safeParse(data);
  return parsed.success ? parsed.data.sort((a, b) => a.id - b.id) : undefined;
}

/** A stock (warehouse) of the account. */
export interface BillbeeStock {
  /** As digits: it can exceed 2^53. */
  readonly id: string;
  readonly name: string;
}

/** `Billbee API: GET /products/stocks`: `[{ Id, Name, Description, IsDefault }]`. */
const stocks = z.array(
  z
    .object({ Id: z.union([z.number(), z.bigint(), z.string()]), Name: z.string().nullish() })
    .transform(({ Id, Name }) => ({ id: String(Id), name: Name ?? '' })),
);

/** @returns undefined when `data` is not a list of stocks */
export function readStocks(data: unknown): readonly BillbeeStock[] | undefined {
  const parsed = stocks.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}
