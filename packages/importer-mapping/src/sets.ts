import { Decimal, printMoney, printNumber, sum, toCents, unitPrice, ZERO } from 'importer-core/order';
import { z } from 'zod';
import { articleNumbered } from './articles.js';
import type { ResolvedLine } from './resolved-order.js';
import { text } from './table-parts.js';

const as = z.enum(['line', 'line-and-components', 'components'], {
  error: 'expected "line", "line-and-components" or "components"',
});
const amount = z
  .union([z.number().positive(), z.string().regex(/^\d{1,9}(\.\d{1,6})?$/)], {
    error: 'expected a number above 0 such as 2',
  })
  .transform(String)
  .refine((value) => Number(value) > 0, { error: 'expected a number above 0 such as 2' });

/**
 * Key `sets`: bundles. Billbee sells a set as one position and keeps no components in the order, so they stand here.
 *
 * - `line`: the set's own article, as in Billbee; the ERP knows its parts.
 * - `line-and-components`: the set with its price, followed by its parts at 0.
 * - `components`: the parts instead of the set; its price is spread over them by `share`, to the cent.
 */
export const sets = z.strictObject({
  as: as.default('line'),
  table: z
    .array(
      z.strictObject({
        sku: text,
        as: as.optional(),
        components: z
          .array(
            z.strictObject({
              /** The ERP's article number. */
              article: text,
              /** Per set. */
              quantity: amount.default('1'),
              /** Weight of its part of the price; default: its quantity. */
              share: amount.optional(),
              title: text.optional(),
            }),
          )
          .min(1),
      }),
    )
    .default([]),
});

type SetTable = z.output<typeof sets>;
type Component = SetTable['table'][number]['components'][number];

/**
 * A line as it is, or the lines that stand for the set it is.
 *
 * @param at index that the first of the lines will have
 */
export function spreadSet(
  line: ResolvedLine,
  sku: string | null,
  at: number,
  tables: SetTable,
): readonly ResolvedLine[] {
  const row = sku === null ? undefined : tables.table.find((candidate) => candidate.sku === sku);
  if (!row) return [line];
  const wanted = row.as ?? tables.as;
  if (wanted === 'line') return [line];
  const parts = row.components.map((component) => componentLine(line, component));
  if (wanted === 'line-and-components') {
    return [{ ...line, role: 'set' }, ...parts.map((part) => ({ ...part, parent: at }))];
  }
  const weights = row.components.map(({ share, quantity }) => new Decimal(share ?? quantity));
  const gross = spread(new Decimal(line.totalGross), weights);
  const net = spread(new Decimal(line.totalNet), weights);
  return parts.map((part, index) => priced(part, gross[index] ?? ZERO, net[index] ?? ZERO));
}

function componentLine(line: ResolvedLine, { article, quantity, title }: Component): ResolvedLine {
  return {
    ...line,
    role: 'component',
    article: articleNumbered(article),
    title: title ?? null,
    description: null,
    quantity: printNumber(new Decimal(quantity).times(line.quantity)),
    unitPriceGross: '0.00',
    unitPriceNet: '0.00',
    totalGross: '0.00',
    totalNet: '0.00',
    parent: null,
  };
}

function priced(line: ResolvedLine, gross: Decimal, net: Decimal): ResolvedLine {
  const quantity = new Decimal(line.quantity);
  const free = quantity.eq(0);
  return {
    ...line,
    totalGross: printMoney(gross),
    totalNet: printMoney(net),
    unitPriceGross: free ? '0.00' : unitPrice(gross, quantity),
    unitPriceNet: free ? '0.00' : unitPrice(net, quantity),
  };
}

/** Shares in cents that add up to `total`: each is the rounded sum so far less what was given before. */
function spread(total: Decimal, weights: readonly Decimal[]): Decimal[] {
  const whole = sum(weights);
  let weight = ZERO;
  let given = ZERO;
  return weights.map((one) => {
    weight = weight.plus(one);
    const until = weight.eq(whole) ? total : toCents(total.times(weight).div(whole));
    const share = until.minus(given);
    given = until;
    return share;
  });
}
