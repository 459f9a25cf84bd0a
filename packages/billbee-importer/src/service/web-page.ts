import type { Hono } from 'hono';
import { SettingsError, type Store } from 'importer-core';
import type { CommandContext } from '../context.js';
import { settingOf } from '../settings/read-environment.js';
import { buildWebApp, type WebAppOptions } from '../web/web-app.js';

const shortestToken = 16;

/**
 * The operator's page, when `BILLBEE_ADMIN_TOKEN` is set; undefined otherwise: then there is none.
 *
 * @throws SettingsError `admin-token-short`
 */
export function openWebPage(
  { env, terminal, clock }: CommandContext,
  store: Store,
  { accounts, onAsked }: Pick<WebAppOptions, 'accounts' | 'onAsked'>,
): Hono | undefined {
  const token = settingOf(env, 'BILLBEE_ADMIN_TOKEN');
  if (token === undefined) return undefined;
  if (token.length < shortestToken) {
    throw new SettingsError('admin-token-short', terminal.say('serve.tokenShort'), {
      settings: ['BILLBEE_ADMIN_TOKEN'],
    });
  }
  return buildWebApp({
    store,
    clock,
    token,
    accounts,
    onAsked,
    onError: (error) =>
      terminal.complain(
        terminal.say('failed.unexpected', { message: error instanceof Error ? error.message : '' }),
      ),
    addressOf: (bindings) =>
      (bindings as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
        ?.remoteAddress,
  });
}
