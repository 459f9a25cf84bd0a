import { type BillbeeClient, createBillbeeClient, Pacer } from 'importer-core';
import type { CommandContext } from './context.js';
import { accountKey } from './settings/account-key.js';
import { readCredentials } from './settings/credentials.js';

/** Billbee as one command uses it: reading and writing share the pace and are counted together. */
export interface Connection {
  readonly account: string;
  /** Patient: waits out minutes of throttling or of a restart. */
  readonly source: BillbeeClient;
  /** Impatient: what cannot be sent now is safe in the outbox and tried again by a later command. */
  readonly sink: BillbeeClient;
  /** Calls to Billbee so far. */
  readonly usage: { readonly calls: number; readonly retries: number };
}

/** Tries per write-back in one sending; the outbox has its own, longer patience. */
const sinkAttempts = 2;
const sinkWaitMs = 2000;
const sinkTimeoutMs = 15_000;

/**
 * Prepares the connection; nothing is sent yet.
 *
 * @throws SettingsError naming the settings that are missing or cannot be used
 */
export function connect({ env, terminal, fetch, clock }: CommandContext): Connection {
  const connection = readCredentials(env, terminal);
  const pacer = new Pacer(clock);
  const source = createBillbeeClient({ connection, fetch, clock, pacer });
  const sink = createBillbeeClient({
    connection,
    fetch,
    clock,
    pacer,
    maxAttempts: sinkAttempts,
    maxWaitMs: sinkWaitMs,
    timeoutMs: sinkTimeoutMs,
  });
  return {
    account: accountKey(connection.username),
    source,
    sink,
    get usage() {
      return {
        calls: source.usage.calls + sink.usage.calls,
        retries: source.usage.retries + sink.usage.retries,
      };
    },
  };
}
