/** @jsxImportSource hono/jsx */
import { orderViewUrl } from 'importer-core/service';
import type { View } from '../view.js';

/** An order by its number, with its id and the way to it in Billbee. */
export function OrderName({
  view: { say },
  account,
  orderId,
  orderNumber,
  url = orderViewUrl(orderId),
}: {
  view: View;
  /** Id of the account in addresses. */
  account: string;
  orderId: string;
  orderNumber: string | null | undefined;
  url?: string | undefined;
}) {
  return (
    <>
      <a
        class={orderNumber == null ? 'id' : undefined}
        href={`/accounts/${account}/orders/${encodeURIComponent(orderId)}`}
      >
        {orderNumber ?? orderId}
      </a>
      {orderNumber == null ? null : (
        <>
          <br />
          <code class="soft">{orderId}</code>
        </>
      )}
      {url === undefined ? null : (
        <>
          <br />
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            aria-label={say('order.openOne', { id: orderNumber ?? orderId })}
          >
            {say('order.open')}
          </a>
        </>
      )}
    </>
  );
}
