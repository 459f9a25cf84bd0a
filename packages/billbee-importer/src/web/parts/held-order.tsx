/** @jsxImportSource hono/jsx */
import type { AccountOverview, HeldOverview } from 'importer-accounts';
import type { View } from '../view.js';

/** Why an order is held and what to do, in words. */
export function HeldMessage({ view: { say, wording }, order }: { view: View; order: HeldOverview }) {
  // An ERP's own words may quote an address or a name; those of the catalogues hold none.
  const isForeign = order.origin === 'target' && order.values === null;
  return <>{isForeign ? say('held.fromErp') : wording.say({ code: order.reason, ...order })}</>;
}

interface HeldFormProps {
  readonly view: View;
  readonly account: AccountOverview;
  readonly order: HeldOverview;
}

/** Tries an order again. */
export function RetryForm({ view: { say, formToken, here }, account, order }: HeldFormProps) {
  if (order.retryRequested) return <span class="soft">{say('held.wanted')}</span>;
  return (
    <form method="post" action={`/accounts/${account.id}/held/retry`}>
      <input type="hidden" name="form" value={formToken} />
      <input type="hidden" name="back" value={here} />
      <input type="hidden" name="order" value={order.orderId} />
      <button type="submit" aria-label={say('held.retryOne', { id: nameOf(order) })}>
        {say('held.retry')}
      </button>
    </form>
  );
}

/** Gives an order up, with a note for those who look later. */
export function DismissForm({ view: { say, formToken, here }, account, order }: HeldFormProps) {
  return (
    <details>
      <summary>{say('held.dismiss')}</summary>
      <form method="post" action={`/accounts/${account.id}/held/dismiss`} class="stack">
        <p class="soft">{say('held.dismissExplain')}</p>
        <input type="hidden" name="form" value={formToken} />
        <input type="hidden" name="back" value={here} />
        <input type="hidden" name="order" value={order.orderId} />
        <label>
          {say('held.note')}
          <input name="note" maxlength={500} />
        </label>
        <button type="submit" aria-label={say('held.dismissOne', { id: nameOf(order) })}>
          {say('held.dismissNow')}
        </button>
      </form>
    </details>
  );
}

function nameOf({ orderId, summary }: HeldOverview): string {
  return summary.orderNumber ?? orderId;
}
