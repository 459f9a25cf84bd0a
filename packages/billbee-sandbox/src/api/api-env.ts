import type { Hono } from 'hono';
import type { CallLog } from '../call-log.js';
import type { FaultHook, RowOrder, SandboxClock, SandboxCredentials } from '../options.js';

import type { SandboxState } from '../state/state.js';
import type { Fault } from './faults.js';
import type { RateLimiter } from './rate-limiter.js';
import type { WebhookSender } from './webhooks.js';

/** What the API is built from. */
export interface ApiParts {
  readonly state: SandboxState;
  readonly log: CallLog;
  readonly clock: SandboxClock;
  readonly credentials: SandboxCredentials;
  /** Shared by all accounts, because the limit of the developer key is; undefined: no limits. */
  readonly limiter: RateLimiter | undefined;
  readonly rowOrder: RowOrder;
  readonly seed: number;
  readonly sender: WebhookSender;
  readonly fault: FaultHook;
  /** Aborted when the sandbox closes. */
  readonly closed: AbortSignal;
}

/** Where the API lives on every Billbee host. */
export const API_BASE = '/api/v1';

/** What a call carries along on its way through the API. */
export interface ApiEnv {
  Variables: {
    /** What is to go wrong with this call. */
    fault: Fault | undefined;
  };
}

/** The API's router; paths are below `/api/v1` and in lower case. */
export type Api = Hono<ApiEnv>;
