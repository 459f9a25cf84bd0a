/** @jsxImportSource hono/jsx */
import type { AccountOverview, DeliveryOverview, HeldOverview, OrderHistoryEntry } from 'importer-accounts';
import type { OutboxEntry } from 'importer-core';
import { orderViewUrl } from 'importer-core/service';
import { DismissForm, HeldMessage, RetryForm } from '../parts/held-order.js';
import { Layout } from '../parts/layout.js';
import { Reports } from '../parts/reports.js';
import type { View } from '../view.js';
import { Deliveries } from './orders-page.js';

/** One order: what became of it, and what is reported about it. */
export function OrderPage({
  view,
  account,
  orderId,
  held,
  deliveries,
  reports,
  history,
}: {
  view: View;
  account: AccountOverview;
  orderId: string;
  held: readonly HeldOverview[];
  deliveries: readonly DeliveryOverview[];
  reports: readonly OutboxEntry[];
  history: readonly OrderHistoryEntry[];
}) {
  const { say, format, wording } = view;
  const number = held[0]?.summary.orderNumber ?? deliveries[0]?.orderNumber ?? orderId;
  const url = held[0]?.summary.url ?? orderViewUrl(orderId);
  const isUnknown = held.length + deliveries.length + reports.length + history.length === 0;
  return (
    <Layout view={view} title={say('order.title', { number })}>
      <p class="row">
        <a href={`/accounts/${account.id}`}>{account.label}</a>
        <code>{orderId}</code>
        {url === undefined ? null : (
          <a href={url} target="_blank" rel="noreferrer">
            {say('order.open')}
          </a>
        )}
      </p>
      {isUnknown ? <p>{say('order.unknown')}</p> : null}
      {held.map((order) => (
        <section class="card">
          <h2>{say('order.held')}</h2>
          <p>
            <span class="bad">{wording.title(order.reason)}</span>
            <br />
            <HeldMessage view={view} order={order} />
          </p>
          <p class="soft">
            {[
              order.summary.buyer,
              order.summary.total === undefined
                ? undefined
                : format.money(order.summary.total, order.summary.currency),
              order.summary.shop,
              say('order.heldSince', { time: format.time(order.heldAt), target: order.target }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <div class="row">
            <RetryForm view={view} account={account} order={order} />
            <DismissForm view={view} account={account} order={order} />
          </div>
        </section>
      ))}
      {deliveries.length === 0 ? null : (
        <>
          <h2>{say('order.deliveries')}</h2>
          <Deliveries view={view} account={account} deliveries={deliveries} />
        </>
      )}
      {reports.length === 0 ? null : (
        <>
          <h2>{say('order.reports')}</h2>
          <Reports view={view} account={account} entries={reports} />
        </>
      )}
      {history.length === 0 ? null : (
        <>
          <h2>{say('order.history')}</h2>
          <ol class="history">
            {history.map(({ event, reason, target, at }) => (
              <li>
                <time datetime={at}>{format.time(at)}</time> {say(`order.event.${event}`)}
                {reason === null ? '' : `: ${wording.title(reason)}`} <span class="soft">{target}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Layout>
  );
}
