/** @jsxImportSource hono/jsx */
import type { AccountOverview, DeliveryOverview } from 'importer-accounts';
import { Layout } from '../parts/layout.js';
import { OrderName } from '../parts/order-name.js';
import { Pages, withQuery } from '../parts/pages.js';
import { Search } from '../parts/search.js';
import { StackTable } from '../parts/stack-table.js';
import type { View } from '../view.js';

/** Orders delivered lately: whether one has arrived, when and where. */
export function OrdersPage({
  view,
  account,
  deliveries,
  total,
  search,
  page,
}: {
  view: View;
  account: AccountOverview;
  deliveries: readonly DeliveryOverview[];
  total: number;
  search: string | undefined;
  page: number;
}) {
  const { say } = view;
  const path = `/accounts/${account.id}/orders`;
  return (
    <Layout view={view} title={`${say('orders')}: ${account.label}`}>
      <p>
        <a href={`/accounts/${account.id}`}>{account.label}</a>
      </p>
      <Search view={view} action={path} label={say('orders.search')} search={search} />
      {deliveries.length > 0 ? (
        <Deliveries view={view} account={account} deliveries={deliveries} />
      ) : search === undefined ? (
        <p>{say('orders.none')}</p>
      ) : (
        <p>
          {say('orders.notFound')}{' '}
          <a href={withQuery(`/accounts/${account.id}/held`, { q: search })}>{say('orders.lookHeld')}</a>
        </p>
      )}
      <Pages
        view={view}
        page={page}
        total={total}
        address={(number) => withQuery(path, { q: search, page: number })}
      />
    </Layout>
  );
}

/** Deliveries as a table. */
export function Deliveries({
  view,
  account,
  deliveries,
}: {
  view: View;
  account: AccountOverview;
  deliveries: readonly DeliveryOverview[];
}) {
  const { say, format } = view;
  const columns = ['held.order', 'orders.total', 'state', 'orders.at', 'held.target'] as const;
  return (
    <StackTable view={view} label="orders" columns={columns} figures={['orders.total']}>
      {deliveries.map(({ orderId, orderNumber, total, state, note, at, target }) => (
        <tr>
          <th scope="row">
            <OrderName view={view} account={account.id} {...{ orderId, orderNumber }} />
          </th>
          <td class="figure" data-label={say('orders.total')}>
            {total === null ? '–' : format.money(...(total.split(' ') as [string, string | undefined]))}
          </td>
          <td data-label={say('state')}>
            <span class={state === 'delivered' ? 'good' : 'soft'}>{say(`orders.${state}`)}</span>
            {note === null ? null : (
              <>
                <br />
                <span class="soft">{note}</span>
              </>
            )}
          </td>
          <td class="time" data-label={say('orders.at')}>
            {format.time(at)}
          </td>
          <td data-label={say('held.target')}>
            <code>{target}</code>
          </td>
        </tr>
      ))}
    </StackTable>
  );
}
