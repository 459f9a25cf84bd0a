import { SettingsError, type WriteBack } from 'importer-core';
import { carrierIdOf } from 'importer-core/order';
import { parseStatusIds } from 'importer-core/statuses';
import type { Terminal } from '../console/terminal.js';
import type { TextKey } from '../texts/index.js';

const longestTrackingNumber = 100;

/** `report status ORDER STATUS` as a write-back. @throws SettingsError `argument-invalid` */
export function statusReport(terminal: Terminal, order: string, status: string): WriteBack {
  return { kind: 'status', orderId: orderId(terminal, order), statusId: oneStatus(terminal, status) };
}

/** `report shipment ORDER TRACKING` as a write-back. @throws SettingsError `argument-invalid` */
export function shipmentReport(
  terminal: Terminal,
  order: string,
  tracking: string,
  options: { carrier?: string; providerId?: string; providerProductId?: string },
): WriteBack {
  const trackingNumber = tracking.trim();
  if (trackingNumber === '' || trackingNumber.length > longestTrackingNumber) {
    throw invalid(terminal, 'TRACKING', 'arg.tracking', {});
  }
  return {
    kind: 'shipment',
    orderId: orderId(terminal, order),
    shipment: {
      trackingNumber,
      carrierId: carrierId(terminal, options.carrier),
      providerId: digits(terminal, '--provider-id', options.providerId),
      providerProductId: digits(terminal, '--provider-product-id', options.providerProductId),
    },
  };
}

/** `report stock SKU QTY` as a write-back. @throws SettingsError `argument-invalid` */
export function stockReport(terminal: Terminal, sku: string, quantity: string): WriteBack {
  if (sku.trim() === '') throw invalid(terminal, 'SKU', 'arg.sku', {});
  const text = quantity.trim();
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(text)) {
    throw invalid(terminal, 'QTY', 'arg.quantity', { value: quantity });
  }
  return { kind: 'stock', level: { sku: sku.trim(), quantity: text } };
}

function orderId(terminal: Terminal, value: string): string {
  const text = value.trim();
  if (!/^[1-9]\d{0,18}$/.test(text)) throw invalid(terminal, 'ORDER', 'arg.order', { value });
  return text;
}

function oneStatus(terminal: Terminal, value: string): number {
  let ids: number[] = [];
  try {
    ids = parseStatusIds(value);
  } catch {
    // Whatever it is, it is not one status id.
  }
  const [id] = ids;
  if (id === undefined || ids.length > 1) throw invalid(terminal, 'STATUS', 'arg.oneStatus', { value });
  return id;
}

/** By Billbee's number, or by what people call it. */
function carrierId(terminal: Terminal, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  const id = /^\d{1,9}$/.test(text) ? Number(text) : carrierIdOf(text);
  if (id === undefined) throw invalid(terminal, '--carrier', 'arg.carrier', { value });
  return id;
}

function digits(terminal: Terminal, option: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value.trim())) throw invalid(terminal, option, 'arg.number', { option, value });
  return value.trim();
}

function invalid(
  terminal: Terminal,
  name: string,
  key: TextKey,
  values: Record<string, string>,
): SettingsError {
  return new SettingsError('argument-invalid', terminal.say(key, values), { settings: [name] });
}
