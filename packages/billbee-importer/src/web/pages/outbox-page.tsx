/** @jsxImportSource hono/jsx */
import type { AccountOverview } from 'importer-accounts';
import type { OutboxEntry, WriteBackState } from 'importer-core';
import { Layout } from '../parts/layout.js';
import { Pages, withQuery } from '../parts/pages.js';
import { Reports } from '../parts/reports.js';
import { Search } from '../parts/search.js';
import type { View } from '../view.js';

const states = ['waiting', 'dead', 'sent'] as const;

/** What is reported to Billbee, and a button for what Billbee has refused. */
export function OutboxPage({
  view,
  account,
  entries,
  total,
  counts,
  state,
  search,
  page,
}: {
  view: View;
  account: AccountOverview;
  entries: readonly OutboxEntry[];
  total: number;
  counts: Readonly<Record<WriteBackState, number>>;
  state: WriteBackState | undefined;
  search: string | undefined;
  page: number;
}) {
  const { say, format, formToken } = view;
  const path = `/accounts/${account.id}/outbox`;
  return (
    <Layout view={view} title={`${say('outbox')}: ${account.label}`}>
      <p>
        <a href={`/accounts/${account.id}`}>{account.label}</a>
      </p>
      <nav aria-label={say('state')}>
        <ul class="chips">
          <li>
            <a href={path} aria-current={state === undefined ? 'page' : undefined}>
              {say('accounts.all')}
            </a>
          </li>
          {states.map((one) => (
            <li>
              <a
                href={withQuery(path, { state: one, q: search })}
                aria-current={one === state ? 'page' : undefined}
              >
                {say(`outbox.${one}`)} ({format.number(counts[one])})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Search view={view} action={path} label={say('outbox.search')} search={search} hidden={{ state }} />
      {counts.dead > 0 && search === undefined && state !== 'sent' && state !== 'waiting' ? (
        <form method="post" action={`${path}/retry`} class="tools">
          <input type="hidden" name="form" value={formToken} />
          <button class="first" type="submit">
            {say('outbox.retryAll', { count: format.number(counts.dead) })}
          </button>
        </form>
      ) : null}
      {entries.length === 0 ? (
        <p>{say(search === undefined ? 'outbox.none' : 'search.none')}</p>
      ) : (
        <Reports view={view} account={account} entries={entries} />
      )}
      <Pages
        view={view}
        page={page}
        total={total}
        address={(number) => withQuery(path, { state, q: search, page: number })}
      />
    </Layout>
  );
}
