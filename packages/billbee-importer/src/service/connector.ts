import { CallBudget, type Vault } from 'importer-accounts';
import { checkConnection, createBillbeeClient, type Store } from 'importer-core';
import { type Connector, openXeConnector } from 'openxe-connector';
import type { CommandContext } from '../context.js';
import { openVault } from '../session/open-accounts.js';
import { paceOfKeys } from '../session/rate-limiters.js';
import { readCallLimits } from '../settings/call-limits.js';
import { importRules } from '../settings/mapping-rules.js';
import { settingOf } from '../settings/read-environment.js';
import { readSettingsFile } from '../settings/read-settings-file.js';

/** Impatient writing: what cannot be sent now is safe in the outbox. */
const writing = { maxAttempts: 2, maxWaitMs: 2000, timeoutMs: 15_000 };
/** Reading while an ERP waits, and afterwards without it. */
const reading = { maxAttempts: 6, maxWaitMs: 60_000, timeoutMs: 60_000 };

/**
 * The connector for OpenXE, on the service's database, clock and network. Shops that use one developer key share its pace.
 *
 * @throws SettingsError `settings-invalid`
 */
export function openConnector(context: CommandContext, store: Store, version: string): Connector {
  const { terminal, env, fetch, clock, stop } = context;
  const file = readSettingsFile(env, terminal);
  const limits = readCallLimits(file, env, terminal);
  const baseUrl = settingOf(env, 'BILLBEE_URL');
  const paceOf = paceOfKeys(context, store);
  return openXeConnector({
    store,
    clock,
    stop,
    version,
    vault: vaultOf(context),
    mapping: file['mapping'],
    mapOrder: importRules(file, env, terminal).mapping,
    log: (line) => terminal.note(line),
    addressOf: (bindings) =>
      (bindings as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
        ?.remoteAddress,
    billbee: {
      check: (connection) =>
        checkConnection({
          connection: { ...connection, baseUrl },
          fetch,
          clock,
          pacer: paceOf(connection.apiKey),
          signal: stop,
        }),
      open(connection, account) {
        const gate = new CallBudget({ store, account, clock, limits });
        const pacer = paceOf(connection.apiKey);
        const options = { connection: { ...connection, baseUrl }, fetch, clock, pacer, gate };
        return {
          source: createBillbeeClient({ ...options, ...reading }),
          sink: createBillbeeClient({ ...options, ...writing }),
        };
      },
    },
  });
}

/** Opened with the first credentials: a service without a shop needs no key. */
function vaultOf(context: CommandContext): Vault {
  let opening: Promise<Vault> | undefined;
  const open = (): Promise<Vault> => {
    opening ??= openVault(context).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return {
    seal: async (text, owner) => (await open()).seal(text, owner),
    open: async (sealed, owner) => (await open()).open(sealed, owner),
    isCurrent: () => true,
  };
}
