import { prepareOrder } from 'importer-core';
import { describe, expect, it } from 'vitest';
import { buildCart } from '../cart/build-cart.js';
import { cart as cartSchema } from '../cart/cart.js';
import { settingsFields } from '../protocol/settings.js';
import { readSettings } from '../shop/read-settings.js';
import { erpAmounts } from './erp-arithmetic.test.data.js';
import { form, type GoldenCase } from './golden-case.test.data.js';
import { lineCases } from './line-cases.test.data.js';
import { peopleCases } from './people-cases.test.data.js';
import { taxCases } from './tax-cases.test.data.js';

const all = [...taxCases, ...lineCases, ...peopleCases];

function result({ order, settings }: GoldenCase) {
  const read = readSettings(settingsFields.parse({ ...form, ...settings }), undefined);
  if (!read.ok) throw new Error(read.problems.join(' '));
  const prepared = prepareOrder()(order).result;
  return prepared.outcome === 'held' ? prepared : buildCart(prepared.order, read.settings.mapping);
}

describe('sixty orders in OpenXE’s arithmetic', () => {
  it('are sixty, and the names are apart', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it.each(all.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const made = result(one);
    const { wanted } = one;
    if ('held' in wanted) {
      expect(made).toMatchObject({ outcome: 'held', reason: wanted.held });
      if (wanted.says) expect((made as { message: string }).message).toMatch(wanted.says);
      return;
    }
    expect(made).toMatchObject({ outcome: 'cart' });
    if (made.outcome !== 'cart') return;
    const { cart } = made;
    expect(cartSchema.parse(cart)).toEqual(cart);
    const { gross, rates, shipping = '0.00', discount = '0.00' } = wanted.amounts;
    const amounts = erpAmounts(cart, 'VERSAND');
    expect(amounts).toMatchObject({ gross, shipping, discount, ...(rates && { rates }) });
    expect(amounts.gross).toBe(cart.gesamtsumme);
    expect(Number(one.order['TotalCost']).toFixed(2)).toBe(gross);
    expect(cart).toMatchObject(wanted.cart ?? {});
    if (wanted.lines) expect(cart.articlelist).toMatchObject(wanted.lines);
    if (wanted.lines) expect(cart.articlelist).toHaveLength(wanted.lines.length);
    // What OpenXE cannot bear is nowhere.
    const texts = JSON.stringify(cart).replaceAll('\\n', '');
    expect(texts).not.toMatch(/['\\<>\u{10000}-\u{10ffff}]|""articleid""/u);
  });
});
