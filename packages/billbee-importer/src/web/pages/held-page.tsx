/** @jsxImportSource hono/jsx */
import type { AccountOverview, HeldOverview } from 'importer-accounts';
import { retryCost } from '../../session/retry-holds.js';
import { Layout } from '../parts/layout.js';
import { Pages, withQuery } from '../parts/pages.js';
import type { View } from '../view.js';

/** Held orders with their reason, and a button for each and for all. */
export function HeldPage({
  view,
  account,
  orders,
  total,
  reasons,
  reason,
  page,
}: {
  view: View;
  account: AccountOverview;
  orders: readonly HeldOverview[];
  total: number;
  reasons: readonly { readonly reason: string; readonly count: number }[];
  reason: string | undefined;
  page: number;
}) {
  const { say, format, formToken, wording } = view;
  const path = `/accounts/${account.id}/held`;
  const cost = retryCost(total);
  return (
    <Layout view={view} title={`${say('heldOrders')}: ${account.label}`}>
      <p>
        <a href={`/accounts/${account.id}`}>{account.label}</a>
      </p>
      {reasons.length === 0 ? null : (
        <nav aria-label={say('held.reasons')}>
          <ul class="chips">
            <li>
              <a href={path} aria-current={reason === undefined ? 'page' : undefined}>
                {say('accounts.all')}
              </a>
            </li>
            {reasons.map((one) => (
              <li>
                <a
                  href={withQuery(path, { reason: one.reason })}
                  aria-current={one.reason === reason ? 'page' : undefined}
                >
                  {wording.title(one.reason)} ({format.number(one.count)})
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {orders.length === 0 ? (
        <p>{say('held.none')}</p>
      ) : (
        <>
          <form method="post" action={`${path}/retry`} class="row">
            <input type="hidden" name="form" value={formToken} />
            <input type="hidden" name="reason" value={reason ?? ''} />
            <button class="first" type="submit">
              {say('held.retryAll', { count: format.number(total) })}
            </button>
            <span class="soft">
              {say('held.cost', { calls: format.number(cost.calls), duration: format.duration(cost.ms) })}
            </span>
          </form>
          <br />
          <Orders view={view} path={path} orders={orders} reason={reason} page={page} />
        </>
      )}
      <Pages
        view={view}
        page={page}
        total={total}
        address={(number) => withQuery(path, { reason, page: number })}
      />
    </Layout>
  );
}

function Orders({
  view,
  path,
  orders,
  reason,
  page,
}: {
  view: View;
  path: string;
  orders: readonly HeldOverview[];
  reason: string | undefined;
  page: number;
}) {
  const { say, format, formToken, wording } = view;
  const columns = ['held.order', 'held.reason', 'held.message', 'held.since', 'action'] as const;
  return (
    <section class="scroll" tabindex={0} aria-label={say('heldOrders')}>
      <table>
        <thead>
          <tr>
            {columns.map((key) => (
              <th scope="col">{say(key)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr>
              <th scope="row">
                <code>{order.orderId}</code>
              </th>
              <td>
                {wording.title(order.reason)}
                <br />
                <span class="soft">
                  {order.field === null ? null : `${wording.field(order.field)} · `}
                  <code>{order.reason}</code>
                </span>
              </td>
              {/* An ERP's own words may quote an address or a name; those of the catalogues hold none. */}
              <td class="words">
                {order.origin === 'target' && order.values === null
                  ? say('held.fromErp')
                  : wording.say({ code: order.reason, ...order })}
              </td>
              <td class="time">{format.time(order.heldAt)}</td>
              <td>
                {order.retryRequested ? (
                  <span class="soft">{say('held.wanted')}</span>
                ) : (
                  <form method="post" action={`${path}/retry`}>
                    <input type="hidden" name="form" value={formToken} />
                    <input type="hidden" name="reason" value={reason ?? ''} />
                    <input type="hidden" name="page" value={String(page)} />
                    <input type="hidden" name="order" value={order.orderId} />
                    <button type="submit" aria-label={say('held.retryOne', { id: order.orderId })}>
                      {say('held.retry')}
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
