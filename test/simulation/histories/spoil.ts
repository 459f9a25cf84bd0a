import type { SandboxOrder } from '../../../packages/billbee-sandbox/src/index.js';

/** One way in which an order cannot be imported, and the reason it has to be held with. */
export interface Spoil {
  readonly reason: string;
  spoil(order: SandboxOrder): Partial<Record<keyof SandboxOrder, unknown>>;
}

/** Ways that leave the order its id, so that it can be repaired. */
export const SPOILS: readonly Spoil[] = [
  { reason: 'order-date-unreadable', spoil: () => ({ CreatedAt: null }) },
  { reason: 'order-date-unreadable', spoil: () => ({ CreatedAt: 'gestern' }) },
  { reason: 'total-unreadable', spoil: () => ({ TotalCost: null }) },
  { reason: 'total-mismatch', spoil: ({ TotalCost }) => ({ TotalCost: (TotalCost ?? 0) + 1.11 }) },
  { reason: 'items-unreadable', spoil: () => ({ OrderItems: [{ Quantity: 'zwei', TotalPrice: null }] }) },
  { reason: 'items-unreadable', spoil: () => ({ OrderItems: null }) },
  { reason: 'order-empty', spoil: () => ({ OrderItems: [] }) },
  { reason: 'currency-missing', spoil: () => ({ Currency: null }) },
  { reason: 'credit-order', spoil: () => ({ IsCancelationFor: '4711' }) },
  { reason: 'quantity-zero', spoil: quantityZero },
];

/** The reason for an order without an id: it is held under a name made from its payload. */
export const WITHOUT_ID = 'order-id-unreadable';

function quantityZero({ OrderItems }: SandboxOrder): { OrderItems: unknown } {
  return { OrderItems: (OrderItems ?? []).map((item) => ({ ...item, Quantity: 0 })) };
}
