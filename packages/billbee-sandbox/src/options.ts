import type { Fault, FaultName } from './api/faults.js';
import type { SandboxOrder } from './state/order.js';

/** The sandbox's time; hand in your own to move it in tests. */
export interface SandboxClock {
  /** Milliseconds since 1970-01-01T00:00:00Z; may have a fraction. */
  now(): number;
}

/** The machine's time, in fractions of a millisecond and never running backwards. */
export const systemClock: SandboxClock = {
  now: () => performance.timeOrigin + performance.now(),
};

/** The three things Billbee wants with every call. */
export interface SandboxCredentials {
  readonly username: string;
  readonly apiPassword: string;
  readonly apiKey: string;
}

/** What the documentation and the command promise. */
export const DEFAULT_CREDENTIALS: SandboxCredentials = {
  username: 'sandbox@example.com',
  apiPassword: 'sandbox-password',
  apiKey: 'sandbox-key',
};

/**
 * Sequence of rows in GET /orders, which Billbee does not document: `imported` (as Billbee got them, the
 * default), by modification time, shuffled once by the seed, or `unstable`: shuffled anew for each call.
 */
export const ROW_ORDERS = [
  'imported',
  'imported-desc',
  'modified',
  'modified-desc',
  'shuffled',
  'unstable',
] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** A call as hooks and log see it: nothing of its headers, so no secret. */
export interface SandboxCall {
  /** Whose call it is: the account's user name, also when its password was wrong. */
  readonly account: string;
  /** 1 for the first call of this sandbox. */
  readonly number: number;
  readonly method: string;
  /** Path below `/api/v1`, e.g. `/orders/300000180937794`. */
  readonly path: string;
  /** Query without the question mark. */
  readonly query: string;
  /** What the per-endpoint limit counts, e.g. `GET /orders/{id}`. */
  readonly endpoint: string;
  /** Sandbox clock at arrival, in milliseconds. */
  readonly at: number;
}

/** Decides about each call whether something goes wrong; may change the state to race against the caller. */
export type FaultHook = (call: SandboxCall) => Fault | undefined;

export interface SandboxOptions {
  /** TCP port on loopback; 0 (the default) takes a free one. */
  readonly port?: number;
  /** Number of seeded orders (default 120), or the orders themselves. */
  readonly orders?: number | SandboxOrder[];
  /** Seed of orders and shuffles; default 1. */
  readonly seed?: number;
  /** Dates the seeded orders up to now instead of in 2025. */
  readonly recent?: boolean;
  /** Billbee's documented limits; default true. */
  readonly rateLimit?: boolean;
  /** IANA zone whose local time the naive dates show; default `Europe/Berlin`. */
  readonly zone?: string;
  readonly rowOrder?: RowOrder;
  /** A standing fault by name, or a hook that decides for each call. */
  readonly fault?: FaultName | FaultHook;
  readonly clock?: SandboxClock;
  /** Of the first account. */
  readonly credentials?: SandboxCredentials;
  /**
   * How many accounts there are, default 1: each with orders, state and limits of its own, and all with the same
   * developer key. Orders of different accounts can have the same id.
   */
  readonly accounts?: number;
  /** Each account has a developer key of its own instead. */
  readonly ownKeys?: boolean;
  /** Certificate and key in PEM: serves https instead of http. */
  readonly tls?: { readonly cert: string; readonly key: string };
}
