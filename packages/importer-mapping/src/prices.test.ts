import { expect, it } from 'vitest';
import { erpOrder, resolved } from './sample.test.data.js';

it('are gross, net for all, or net for some', () => {
  expect(resolved(erpOrder()).prices).toBe('gross');
  expect(resolved(erpOrder(), { prices: { default: 'net' } }).prices).toBe('net');
  const table = [{ customerGroup: 'B2B', mode: 'net' as const }];
  expect(resolved(erpOrder(), { prices: { table } }).prices).toBe('gross');
  expect(resolved(erpOrder(), { prices: { table }, customerGroups: { default: 'B2B' } }).prices).toBe('net');
});
