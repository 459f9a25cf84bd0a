/** @jsxImportSource hono/jsx */
import type { AccountOverview } from 'importer-accounts';
import type { OutboxEntry, WriteBackState } from 'importer-core';
import { worded } from '../../texts/wording.js';
import { Layout } from '../parts/layout.js';
import { Pages, withQuery } from '../parts/pages.js';
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
  page,
}: {
  view: View;
  account: AccountOverview;
  entries: readonly OutboxEntry[];
  total: number;
  counts: Readonly<Record<WriteBackState, number>>;
  state: WriteBackState | undefined;
  page: number;
}) {
  const { say, format, formToken } = view;
  const path = `/accounts/${account.id}/outbox`;
  const columns = [
    'outbox.id',
    'outbox.kind',
    'held.order',
    'state',
    'outbox.attempts',
    'outbox.message',
    'outbox.updated',
    'action',
  ] as const;
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
              <a href={withQuery(path, { state: one })} aria-current={one === state ? 'page' : undefined}>
                {say(`outbox.${one}`)} ({format.number(counts[one])})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {counts.dead > 0 && state !== 'sent' && state !== 'waiting' ? (
        <form method="post" action={`${path}/retry`}>
          <input type="hidden" name="form" value={formToken} />
          <button class="first" type="submit">
            {say('outbox.retryAll', { count: format.number(counts.dead) })}
          </button>
        </form>
      ) : null}
      <br />
      {entries.length === 0 ? (
        <p>{say('outbox.none')}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label={say('outbox')}>
          <table>
            <thead>
              <tr>
                {columns.map((key) => (
                  <th scope="col" class={key === 'outbox.attempts' ? 'figure' : undefined}>
                    {say(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr>
                  <th scope="row">{entry.id}</th>
                  <td>{say(`kind.${entry.kind}`)}</td>
                  <td>
                    <code>{entry.subject}</code>
                    <br />
                    {entry.value}
                  </td>
                  <td>
                    <span
                      class={entry.state === 'dead' ? 'bad' : entry.state === 'sent' ? 'good' : undefined}
                    >
                      {say(`outbox.${entry.state}`)}
                    </span>
                  </td>
                  <td class="figure">{format.number(entry.attempts)}</td>
                  <td class="words">{(worded(entry, view.language).message ?? '').slice(0, 400)}</td>
                  <td class="time">{format.time(entry.updatedAt)}</td>
                  <td>
                    {entry.state === 'dead' ? (
                      <form method="post" action={`${path}/retry`}>
                        <input type="hidden" name="form" value={formToken} />
                        <input type="hidden" name="entry" value={entry.id} />
                        <button type="submit" aria-label={say('outbox.retryOne', { id: entry.id })}>
                          {say('outbox.retry')}
                        </button>
                      </form>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Pages
        view={view}
        page={page}
        total={total}
        address={(number) => withQuery(path, { state, page: number })}
      />
    </Layout>
  );
}
