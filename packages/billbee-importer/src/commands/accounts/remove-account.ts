import { type Accounts, withoutWork } from 'importer-accounts';
import { type BillbeeConnection, registerWebhook, type Store } from 'importer-core';
import { eraseDeleted } from 'importer-core/node';
import { accountKey, readRegistration } from 'importer-core/service';
import type { CommandContext, ExitCode } from '../../context.js';
import { createAccountSession, workPatience } from '../../session/account-session.js';
import { withAccounts } from '../../session/open-accounts.js';
import { rateLimiters } from '../../session/rate-limiters.js';
import { hasCredentials, readAccount, readCredentials } from '../../settings/credentials.js';
import { settingOf } from '../../settings/read-environment.js';
import { causeIn } from '../../texts/wording.js';

/** Work under way ends at its next safe point: after a page of orders, at most after a call that is tried again. */
const waitMs = 300_000;

/**
 * `accounts remove`: credentials and settings; with `--data` everything that is kept of the account. Our registration for webhooks is
 * taken back at Billbee first, and work under way is waited for.
 */
export async function removeAccount(
  context: CommandContext,
  given: string,
  { data = false }: { data?: boolean },
): Promise<ExitCode> {
  const { terminal, env, clock, stop } = context;
  const account = accountKey(given);
  await withAccounts(context, async (all, store) => {
    await takeBackWebhooks(context, all, store, account);
    if (!data) return all.remove(account);
    await withoutWork(store, account, () => all.remove(account, { data }), {
      clock,
      waitMs,
      onWaiting: () => terminal.note(terminal.say('accounts.waitForWork', { account })),
      signal: stop,
    });
    if (settingOf(env, 'DATABASE_URL') === undefined) await eraseDeleted(store);
  });
  terminal.print(terminal.say(data ? 'accounts.removedWithData' : 'accounts.removed', { account }));
  if (isMerchant(context, account)) terminal.note(terminal.say('accounts.stillInEnvironment', { account }));
  return 0;
}

/** What Billbee does not do keeps nobody from removing an account; it is told. */
async function takeBackWebhooks(
  context: CommandContext,
  all: Accounts,
  store: Store,
  account: string,
): Promise<void> {
  const { terminal, fetch, clock, stop } = context;
  const registration = await readRegistration(store, account);
  if (!registration) return;
  try {
    const connection = await connectionOf(context, all, account);
    const { webhooks: api } = createAccountSession({
      store,
      connection,
      fetch,
      clock,
      rateLimiter: rateLimiters(context, store)(connection.apiKey),
      limits: undefined,
      patience: workPatience,
      signal: stop,
    });
    await registerWebhook({ store, account, api, clock, publicUrl: undefined, signal: stop });
  } catch (error) {
    stop.throwIfAborted();
    const cause = causeIn(terminal.language, error);
    terminal.note(terminal.say('accounts.webhookStays', { url: registration.uri, cause }));
  }
}

async function connectionOf(
  context: CommandContext,
  all: Accounts,
  account: string,
): Promise<BillbeeConnection> {
  if (await all.get(account)) return all.connection(account);
  if (isMerchant(context, account)) return readCredentials(context.env, context.terminal);
  return all.connection(account);
}

function isMerchant({ env, terminal }: CommandContext, account: string): boolean {
  return hasCredentials(env) && readAccount(env, terminal) === account;
}
