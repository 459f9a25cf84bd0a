import type { Hono } from 'hono';
import type { Fault } from './faults.js';

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
