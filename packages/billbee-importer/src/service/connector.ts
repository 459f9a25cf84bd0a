import { scheduleAccount, type Vault } from 'importer-accounts';
import { checkConnection, type Store } from 'importer-core';
import { type Connector, openXeConnector, type ShopRunsPort, shopTarget } from 'openxe-connector';
import { type CommandContext, ownVersion } from '../context.js';
import { createAccountSession, workPatience } from '../session/account-session.js';
import { rateLimiters } from '../session/rate-limiters.js';
import { readCallLimits } from '../settings/call-limits.js';
import { importRules } from '../settings/mapping-rules.js';
import { settingOf } from '../settings/read-environment.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { type ErpShop, shopPrefix } from '../work/open-session.js';

/** OpenXE's side of the service, and its shops as a worker works on them. */
export interface ErpConnector extends Omit<Connector, 'openShop'> {
  openShop(name: string): Promise<ErpShop | undefined>;
}

/**
 * The connector for OpenXE, on the service's database, clock and network. Shops that use one developer key share its rate limiter.
 *
 * @param runs who imports when a shop asks for it
 * @throws SettingsError `settings-invalid`
 */
export function openConnector(
  context: CommandContext,
  store: Store,
  vault: Vault,
  runs: ShopRunsPort,
): ErpConnector {
  const { terminal, env, fetch, clock, stop } = context;
  const file = readSettingsFile(env, terminal);
  const limits = readCallLimits(file, env, terminal);
  const baseUrl = settingOf(env, 'BILLBEE_URL');
  const rateLimiterOf = rateLimiters(context, store);
  const connector = openXeConnector({
    store,
    clock,
    stop,
    version: ownVersion(),
    vault,
    runs,
    mapping: file['mapping'],
    mapOrder: importRules(file, env, terminal).mapping,
    log: (line) => terminal.note(line),
    addressOf: (bindings) =>
      (bindings as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
        ?.remoteAddress,
    onBound: (name, account) => scheduleAccount(store.db, `${shopPrefix}${name}`, account),
    billbee: {
      check: (connection) =>
        checkConnection({
          connection: { ...connection, baseUrl },
          fetch,
          clock,
          rateLimiter: rateLimiterOf(connection.apiKey),
          signal: stop,
        }),
      open: (connection) =>
        createAccountSession({
          store,
          connection: { ...connection, baseUrl },
          fetch,
          clock,
          limits,
          rateLimiter: rateLimiterOf(connection.apiKey),
          patience: workPatience,
          signal: stop,
        }),
    },
  });
  return {
    ...connector,
    async openShop(name) {
      const shop = await connector.openShop(name);
      if (!shop) return undefined;
      const { account, connection, settings } = shop;
      return {
        account,
        connection: { ...connection, baseUrl },
        statusIds: settings.openStatusIds,
        openTarget: () => shopTarget({ store, clock }, { name, account }, settings),
      };
    },
  };
}
