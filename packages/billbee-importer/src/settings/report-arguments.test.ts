import { expect, it } from 'vitest';
import { testContext } from '../testing.test.data.js';
import { shipmentReport, statusReport, stockReport } from './report-arguments.js';

const { terminal } = testContext();
const order = '300000180937794';

it('reads a status as number or label', () => {
  const expected = { kind: 'status', orderId: order, statusId: 4 };
  expect(statusReport(terminal, ` ${order} `, '4')).toEqual(expected);
  expect(statusReport(terminal, order, 'Versendet')).toEqual(expected);
});

it('reads a shipment with its options', () => {
  expect(
    shipmentReport(terminal, order, ' 0034 ', { carrier: '1', providerId: '20', providerProductId: '300' }),
  ).toEqual({
    kind: 'shipment',
    orderId: order,
    shipment: { trackingNumber: '0034', carrierId: 1, providerId: '20', providerProductId: '300' },
  });
});

it('knows carriers by number and by name', () => {
  const carrierOf = (carrier: string) => {
    const report = shipmentReport(terminal, order, '0034', { carrier });
    return report.kind === 'shipment' ? report.shipment.carrierId : undefined;
  };
  expect(['2', 'DHL', 'dhl Paket', 'Deutsche Post', ' GLS '].map(carrierOf)).toEqual([2, 2, 2, 7, 6]);
});

it('reads stock exactly', () => {
  expect(stockReport(terminal, ' A-1 ', '2.50')).toEqual({
    kind: 'stock',
    level: { sku: 'A-1', quantity: '2.50' },
  });
  expect(stockReport(terminal, 'A-1', '-3')).toMatchObject({ level: { quantity: '-3' } });
});

it.each([
  ['ORDER', () => statusReport(terminal, 'R-1001', '4')],
  ['ORDER', () => statusReport(terminal, '0', '4')],
  ['STATUS', () => statusReport(terminal, order, '3,4')],
  ['STATUS', () => statusReport(terminal, order, '')],
  ['STATUS', () => statusReport(terminal, order, 'soon')],
  ['TRACKING', () => shipmentReport(terminal, order, ' ', {})],
  ['TRACKING', () => shipmentReport(terminal, order, '0'.repeat(101), {})],
  ['--carrier', () => shipmentReport(terminal, order, '0034', { carrier: 'Brieftaube' })],
  ['--provider-id', () => shipmentReport(terminal, order, '0034', { providerId: '1.5' })],
  ['SKU', () => stockReport(terminal, ' ', '1')],
  ['QTY', () => stockReport(terminal, 'A-1', '1,5')],
  ['QTY', () => stockReport(terminal, 'A-1', '1e3')],
  ['QTY', () => stockReport(terminal, 'A-1', '')],
])('names %s when it cannot be read', (name, read) => {
  expect(read).toThrow(
    expect.objectContaining({
      code: 'argument-invalid',
      settings: [name],
      message: expect.stringContaining(name),
    }),
  );
});
