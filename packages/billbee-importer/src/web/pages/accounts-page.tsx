/** @jsxImportSource hono/jsx */
import type { AccountOverview } from 'importer-accounts';
import { Layout } from '../parts/layout.js';
import { Pages, withQuery } from '../parts/pages.js';
import { Search } from '../parts/search.js';
import { lagOf, State } from '../parts/state.js';
import type { View } from '../view.js';

/** All accounts, or those that need attention. */
export function AccountsPage({
  view,
  accounts,
  total,
  page,
  needAttention,
  search,
}: {
  view: View;
  accounts: readonly AccountOverview[];
  total: number;
  page: number;
  needAttention: boolean;
  search: string | undefined;
}) {
  const { say, format } = view;
  const current = (on: boolean) => (on ? 'page' : undefined);
  return (
    <Layout view={view} title={say('accounts')}>
      <ul class="chips">
        <li>
          <a href="/" aria-current={current(!needAttention)}>
            {say('accounts.all')}
          </a>
        </li>
        <li>
          <a href="/?show=attention" aria-current={current(needAttention)}>
            {say('accounts.attention')}
          </a>
        </li>
      </ul>
      <Search
        view={view}
        action="/"
        label={say('accounts.search')}
        search={search}
        hidden={{ show: needAttention ? 'attention' : undefined }}
      />
      {accounts.length === 0 && search !== undefined ? (
        <p>{say('search.none')}</p>
      ) : accounts.length === 0 ? (
        <p>{say(needAttention ? 'accounts.noneAttention' : 'accounts.none')}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label={say('accounts')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('account')}</th>
                <th scope="col">{say('state')}</th>
                <th scope="col">{say('lastRun')}</th>
                <th scope="col" class="figure">
                  {say('lag')}
                </th>
                <th scope="col" class="figure">
                  {say('held')}
                </th>
                <th scope="col" class="figure">
                  {say('reports.waiting')}
                </th>
                <th scope="col" class="figure">
                  {say('reports.dead')}
                </th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <Row view={view} account={account} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Pages
        view={view}
        page={page}
        total={total}
        address={(number) =>
          withQuery('/', { show: needAttention ? 'attention' : undefined, q: search, page: number })
        }
      />
      <p class="soft">{format.time(new Date(view.now).toISOString())}</p>
    </Layout>
  );
}

function Row({ view, account }: { view: View; account: AccountOverview }) {
  const { format, say } = view;
  const { id, label, lastRun, held, outbox } = account;
  return (
    <tr>
      <th scope="row">
        <a href={`/accounts/${id}`}>{label}</a>
      </th>
      <td>
        <State view={view} account={account} />
      </td>
      <td class="time">{lastRun ? format.time(lastRun.endedAt) : say('never')}</td>
      <td class="figure">{lagOf(account, view)}</td>
      <td class="figure">{held > 0 ? <a href={`/accounts/${id}/held`}>{format.number(held)}</a> : '0'}</td>
      <td class="figure">{format.number(outbox.waiting)}</td>
      <td class="figure">
        {outbox.dead > 0 ? (
          <a href={`/accounts/${id}/outbox?state=dead`}>{format.number(outbox.dead)}</a>
        ) : (
          '0'
        )}
      </td>
    </tr>
  );
}
