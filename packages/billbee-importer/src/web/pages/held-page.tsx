/** @jsxImportSource hono/jsx */
import type { AccountOverview, HeldOverview } from 'importer-accounts';
import { retryCost } from '../../session/retry-holds.js';
import { DismissForm, HeldMessage, RetryForm } from '../parts/held-order.js';
import { Layout } from '../parts/layout.js';
import { OrderName } from '../parts/order-name.js';
import { Pages, withQuery } from '../parts/pages.js';
import { Search } from '../parts/search.js';
import { StackTable } from '../parts/stack-table.js';
import type { View } from '../view.js';

/** Fewer calls to Billbee take no time that anybody needs to be told. */
const fewCalls = 20;

/** What a list of held orders is narrowed by. */
export interface HeldChoice {
  readonly reason: string | undefined;
  readonly search: string | undefined;
}

/** Held orders: what each is, why it is held, and what can be done. */
export function HeldPage({
  view,
  account,
  orders,
  total,
  reasons,
  choice,
  page,
}: {
  view: View;
  account: AccountOverview;
  orders: readonly HeldOverview[];
  total: number;
  reasons: readonly { readonly reason: string; readonly count: number }[];
  choice: HeldChoice;
  page: number;
}) {
  const { say, format, formToken, wording } = view;
  const { reason, search } = choice;
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
              <a
                href={withQuery(path, { q: search })}
                aria-current={reason === undefined ? 'page' : undefined}
              >
                {say('accounts.all')}
              </a>
            </li>
            {reasons.map((one) => (
              <li>
                <a
                  href={withQuery(path, { reason: one.reason, q: search })}
                  aria-current={one.reason === reason ? 'page' : undefined}
                >
                  {wording.title(one.reason)} ({format.number(one.count)})
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Search view={view} action={path} label={say('held.search')} search={search} hidden={{ reason }} />
      {orders.length === 0 ? (
        <p>{say(search === undefined ? 'held.none' : 'search.none')}</p>
      ) : (
        <>
          <div class="row tools">
            {search === undefined ? (
              <form method="post" action={`${path}/retry`} class="row">
                <input type="hidden" name="form" value={formToken} />
                <input type="hidden" name="reason" value={reason ?? ''} />
                <button class="first" type="submit">
                  {say('held.retryAll', { count: format.number(total) })}
                </button>
                {cost.calls < fewCalls ? null : (
                  <span class="soft">
                    {say('held.cost', {
                      calls: format.number(cost.calls),
                      duration: format.duration(cost.ms),
                    })}
                  </span>
                )}
              </form>
            ) : null}
            <a href={withQuery(`${path}.csv`, { reason, q: search })}>{say('held.csv')}</a>
          </div>
          <Orders view={view} account={account} orders={orders} />
        </>
      )}
      <Pages
        view={view}
        page={page}
        total={total}
        address={(number) => withQuery(path, { reason, q: search, page: number })}
      />
    </Layout>
  );
}

function Orders({
  view,
  account,
  orders,
}: {
  view: View;
  account: AccountOverview;
  orders: readonly HeldOverview[];
}) {
  const { say, format, wording } = view;
  const columns = [
    'held.order',
    'held.buyer',
    'held.reason',
    'held.message',
    'held.since',
    'action',
  ] as const;
  return (
    <StackTable view={view} label="heldOrders" columns={columns}>
      {orders.map((order) => {
        const { orderNumber, shop, buyer, total, currency, orderedAt, url } = order.summary;
        return (
          <tr>
            <th scope="row">
              <OrderName view={view} account={account.id} orderId={order.orderId} {...{ orderNumber, url }} />
            </th>
            <td data-label={say('held.buyer')}>
              {buyer ?? '–'}
              {total === undefined ? null : (
                <>
                  <br />
                  {format.money(total, currency)}
                </>
              )}
              <br />
              <span class="soft">
                {[shop, orderedAt === undefined ? undefined : format.day(orderedAt)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </td>
            <td data-label={say('held.reason')}>
              {wording.title(order.reason)}
              <br />
              <span class="soft">
                {order.field === null ? null : `${wording.field(order.field)} · `}
                <code>{order.reason}</code>
              </span>
            </td>
            <td class="words" data-label={say('held.message')}>
              <HeldMessage view={view} order={order} />
            </td>
            <td class="time" data-label={say('held.since')}>
              {format.time(order.heldAt)}
            </td>
            <td class="actions">
              <RetryForm view={view} account={account} order={order} />
              <DismissForm view={view} account={account} order={order} />
            </td>
          </tr>
        );
      })}
    </StackTable>
  );
}
