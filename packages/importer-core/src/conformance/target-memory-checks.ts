import { StopError } from '../errors.js';
import type { DeliveredOrder, Target } from '../target/target.js';
import { must, mustEqual } from './check.js';
import type { TargetTrialRun } from './target-trial.js';

async function listed(target: Target, since?: string): Promise<DeliveredOrder[]> {
  const orders: DeliveredOrder[] = [];
  for await (const batch of target.listDelivered?.(since) ?? []) orders.push(...batch);
  return orders.sort((a, b) => (a.orderId < b.orderId ? -1 : 1));
}

/** What `findDelivered`, `listDelivered`, `mark` and `id` promise. */
export const targetMemoryChecks: Readonly<Record<string, TargetTrialRun>> = {
  async 'its id names the same place each time'(trial) {
    const first = await trial.open();
    const { id } = first;
    must(typeof id === 'string' && id.trim().length > 0, 'The target has no id.');
    await trial.deliver(first, trial.deliveries(1));
    await trial.close(first);
    mustEqual((await trial.open()).id, id, 'The id of the target when it was opened again');
    return undefined;
  },

  async 'finds nothing where nothing was delivered'(trial) {
    const target = await trial.open();
    await trial.mustFind(target, [], [], 'for no key');
    await trial.mustFind(target, [1, 2, 3], [], 'before any delivery');
    return undefined;
  },

  async 'tells similar keys apart'(trial) {
    const target = await trial.open();
    await trial.deliver(target, trial.deliveries(1, 100));
    await trial.mustFind(target, [0, 1, 10, 11, 100, 101], [1, 100], 'among similar keys');
    const { key } = trial.delivery(1);
    const near = [key.slice(0, -1), `${key}0`, '', '%', '_'.repeat(key.length)];
    const found = await target.findDelivered(near.filter((one) => one !== key));
    mustEqual([...found], [], 'findDelivered for keys that only resemble a delivered one');
    return undefined;
  },

  async 'remembers what it has after it was closed'(trial) {
    const first = await trial.open();
    await trial.deliver(first, trial.deliveries(1, 2));
    await trial.close(first);
    const second = await trial.open();
    await trial.mustFind(second, [1, 2, 3], [1, 2], 'after closing and opening');
    await trial.deliverMissing(second, trial.deliveries(1, 2, 3));
    await trial.mustHoldOnce([1, 2, 3], 'after closing, opening and delivering the rest');
    return undefined;
  },

  async 'sees what another one has delivered to the same place'(trial) {
    const first = await trial.open();
    await trial.deliver(first, trial.deliveries(1));
    let second: Target;
    try {
      second = await trial.open();
    } catch (error) {
      if (error instanceof StopError) return `The place is for one at a time (${error.code}).`;
      throw error;
    }
    await trial.mustFind(second, [1], [1], 'by a second one');
    await trial.deliver(second, trial.deliveries(2));
    await trial.mustFind(first, [1, 2], [1, 2], 'by the first one, of an order of the second');
    return undefined;
  },

  async 'lists what it has, each order with its key and status'(trial) {
    const target = await trial.open();
    if (!target.listDelivered) return 'The target has no listDelivered.';
    mustEqual(await listed(target), [], 'listDelivered before any delivery');
    await trial.deliver(target, trial.deliveries(1, 2, 3));
    const wanted = [1, 2, 3].map((n) => ({ key: trial.key(n), orderId: trial.id(n), statusId: 3 }));
    const found = await listed(target);
    const plain = found.map(({ key, orderId, statusId }) => ({ key, orderId, statusId }));
    mustEqual(plain, wanted, 'listDelivered');
    mustEqual(
      (await listed(target, 'a mark that was never given')).map(({ orderId }) => orderId),
      wanted.map(({ orderId }) => orderId),
      'listDelivered since an unknown mark',
    );
    return undefined;
  },

  async 'its mark moves with every delivery and with nothing else'(trial) {
    const target = await trial.open();
    if (!target.mark) return 'The target has no mark.';
    await trial.deliver(target, trial.deliveries(1));
    const first = await target.mark();
    if (first === undefined) return 'The target cannot tell its mark.';
    await trial.mustFind(target, [1], [1], 'before the mark is read again');
    mustEqual(await target.mark(), first, 'The mark while nothing was delivered');
    await trial.deliver(target, trial.deliveries(2));
    must((await target.mark()) !== first, 'The mark stayed the same although an order was delivered.');
    await trial.close(target);
    const again = await trial.open();
    must((await again.mark?.()) !== first, 'The mark of an earlier time is back after closing and opening.');
    if (again.listDelivered) {
      const later = (await listed(again, first)).map(({ orderId }) => orderId);
      must(later.includes(trial.id(2)), 'listDelivered since a mark leaves out an order delivered after it.');
    }
    return undefined;
  },
};
