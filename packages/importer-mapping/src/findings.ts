import type { HoldReason, Problem } from 'importer-core';

/** The tables that a value can be missing in. */
export type MappingTableName =
  | 'payments'
  | 'shipping'
  | 'shops'
  | 'tax'
  | 'articles'
  | 'currencies'
  | 'discounts'
  | 'coupons'
  | 'addresses';

/** A value of an order that one of the tables decides about. */
export interface MappingUse {
  readonly table: MappingTableName;
  /** What the order has, for people: `PayPal (3)`. */
  readonly value: string;
  /** `mapped`: a row or an explicit rule decides; `default`: nothing does, it passes as it is; `held`: it holds the order. */
  readonly state: 'mapped' | 'default' | 'held';
  /** What the ERP gets; null when the order is held. */
  readonly becomes: string | null;
  /** What to add to the key `mapping` of the settings file; values to fill in are `…`. Empty when mapped. */
  readonly remedy: Readonly<Record<string, unknown>> | null;
  /** Why it holds the order, where no table can help. */
  readonly problem?: Problem | undefined;
}

/** Collects what the tables have decided about one order. */
export class Findings {
  readonly uses: MappingUse[] = [];
  readonly holds: HoldReason[] = [];

  use(use: MappingUse): void {
    this.uses.push(use);
  }

  /** @param why its field is a path in the neutral order, e.g. `payment.typeId` */
  hold(why: HoldReason): void {
    this.holds.push(why);
  }
}

/** Stands in a remedy for what only the merchant knows. */
export const FILL_IN = '…';
