/** @jsxImportSource hono/jsx */
import type { AccountOverview } from 'importer-accounts';
import type { OutboxEntry } from 'importer-core';
import { describeStatus } from 'importer-core/statuses';
import { worded } from '../../texts/wording.js';
import type { View } from '../view.js';
import { OrderName } from './order-name.js';
import { StackTable } from './stack-table.js';

const columns = ['outbox.what', 'held.order', 'state', 'outbox.message', 'outbox.updated', 'action'] as const;

/** Reports to Billbee as a table: what each tells, about what, and what became of it. */
export function Reports({
  view,
  account,
  entries,
}: {
  view: View;
  account: AccountOverview;
  entries: readonly OutboxEntry[];
}) {
  const { say, format, formToken, here, language } = view;
  return (
    <StackTable view={view} label="outbox" columns={columns}>
      {entries.map((entry) => (
        <tr>
          <th scope="row">
            {say(`kind.${entry.kind}`)} {toldBy(view, entry)}
            <br />
            <span class="soft">{say('outbox.number', { id: entry.id })}</span>
          </th>
          <td data-label={say('held.order')}>
            {entry.orderId === null ? (
              <code>{entry.subject}</code>
            ) : (
              <OrderName view={view} account={account.id} orderId={entry.orderId} orderNumber={undefined} />
            )}
          </td>
          <td data-label={say('state')}>
            <span class={entry.state === 'dead' ? 'bad' : entry.state === 'sent' ? 'good' : undefined}>
              {say(`outbox.is.${entry.state}`)}
            </span>
            <br />
            <span class="soft">{say('outbox.tries', { count: format.number(entry.attempts) })}</span>
          </td>
          <td class="words" data-label={say('outbox.message')}>
            {(worded(entry, language).message ?? '').slice(0, 400)}
          </td>
          <td class="time" data-label={say('outbox.updated')}>
            {format.time(entry.updatedAt)}
          </td>
          <td class="actions">
            {entry.state === 'dead' ? (
              <form method="post" action={`/accounts/${account.id}/outbox/retry`}>
                <input type="hidden" name="form" value={formToken} />
                <input type="hidden" name="back" value={here} />
                <input type="hidden" name="entry" value={entry.id} />
                <button type="submit" aria-label={say('outbox.retryOne', { id: entry.id })}>
                  {say('outbox.retry')}
                </button>
              </form>
            ) : null}
          </td>
        </tr>
      ))}
    </StackTable>
  );
}

/** A status by its name; all else as it is. */
function toldBy({ language }: View, { kind, value }: OutboxEntry): string {
  if (kind !== 'status' || !/^\d+$/.test(value)) return value;
  return `${describeStatus(Number(value)).label[language]} (${value})`;
}
