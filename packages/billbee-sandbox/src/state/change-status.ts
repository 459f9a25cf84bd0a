import type { SandboxOrder } from './order.js';
import { statusLabel } from './order-statuses.js';

const EVENT_STATE_CHANGED = 15;
const EVENT_OF_STATUS: Readonly<Record<number, { typeId: number; name: string }>> = {
  3: { typeId: 13, name: 'Auftrag bezahlt' },
  4: { typeId: 12, name: 'Auftrag versendet' },
  8: { typeId: 24, name: 'Auftrag storniert' },
};

/**
 * Moves an order to a status and sets what goes with it: ConfirmedAt (2), PayedAt and PaidAmount (3),
 * ShippedAt (4), ArchivedAt (9), each only when still empty; history and LastModifiedAt always.
 *
 * @param now in the payloads' notation
 */
export function changeStatus(order: SandboxOrder, status: number, now: string): void {
  const before = order.State;
  order.State = status;
  if (status === 2) order.ConfirmedAt ??= now;
  if (status === 3) {
    order.PayedAt ??= now;
    order.PaidAmount ||= order.TotalCost ?? null;
  }
  if (status === 4) order.ShippedAt ??= now;
  if (status === 9) order.ArchivedAt ??= now;
  const name = (id: number): string => statusLabel(id) ?? `Status ${id}`;
  order.History.push({
    Created: now,
    EventTypeName: 'Auftragsstatus geändert',
    Text: `Von ${name(before)} nach ${name(status)}`,
    EmployeeName: null,
    TypeId: EVENT_STATE_CHANGED,
  });
  const event = EVENT_OF_STATUS[status];
  if (event && before !== status) {
    const { typeId, name: text } = event;
    order.History.push({ Created: now, EventTypeName: text, Text: text, EmployeeName: null, TypeId: typeId });
  }
  order.LastModifiedAt = now;
}
