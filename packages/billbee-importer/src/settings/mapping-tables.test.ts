import { describe, expect, it } from 'vitest';
import { testContext } from '../testing.test.data.js';
import { mappingTables } from './mapping-tables.js';

const read = (mapping: unknown) => {
  const { context, terminal } = testContext({ BILLBEE_SETTINGS: '/srv/billbee.json' });
  return mappingTables({ version: 1, mapping }, context.env, terminal);
};

describe('mappingTables', () => {
  it('fills in the defaults', () => {
    expect(read(undefined).prices.default).toBe('gross');
    expect(read({ prices: { default: 'net' } }).prices.default).toBe('net');
  });

  it('names the file and the path of a misspelt key, and what is possible there', () => {
    expect(() => read({ payments: { table: [{ type: 3, metod: 'paypal' }] } })).toThrow(
      expect.objectContaining({
        code: 'settings-invalid',
        settings: ['BILLBEE_SETTINGS', 'mapping.payments.table[0].metod'],
      }),
    );
    expect(() => read({ paymens: {} })).toThrow(
      /\/srv\/billbee\.json \(BILLBEE_SETTINGS\): "mapping\.paymens" is not known; possible there: payments, shipping/,
    );
  });
});
