import { RetryError } from '../errors.js';
import type { ImportResult } from '../import/import-options.js';
import { type PrepareOrder, prepareOrder } from '../import/prepare-order.js';

import { runImport } from '../import/run-import.js';
import type { Store } from '../store/store.js';
import type { Target } from '../target/target.js';
import { mustEqual } from './check.js';
import { exampleSource, hastyClock, rawOrder } from './example-orders.js';
import type { TargetTrial, TargetTrialRun } from './target-trial.js';

const count = 12;
const all = Array.from({ length: count }, (_, index) => index + 1);
const noStore = 'No store was given (option store).';

/** An import of twelve sound orders, and of one without a date, which is held. */
async function importAll(trial: TargetTrial, store: Store, target: Target): Promise<ImportResult> {
  const broken = rawOrder(trial.id(count + 1), { CreatedAt: 'yesterday' });
  const source = exampleSource([...all.map((n) => rawOrder(trial.id(n))), broken]);
  const clock = hastyClock();
  const standard = prepareOrder();
  const prepare: PrepareOrder = async (raw) => {
    const prepared = await standard(raw);
    const { result } = prepared;
    return result.outcome === 'held'
      ? prepared
      : { ...prepared, result: { ...result, order: trial.adapt(result.order) } };
  };
  return runImport({ account: trial.account, statusIds: [3], source, store, target, clock, prepare });
}

function mustComplete(result: ImportResult, created: number, when: string): void {
  if (result.error) throw result.error;
  mustEqual([result.outcome, result.summary.created], ['complete', created], `The import ${when}`);
}

/** The target, whose first delivery ends in an error: before anything was sent, or after everything arrived. */
function failingOnce(target: Target, moment: 'before' | 'after'): Target {
  let fails = true;
  return new Proxy(target, {
    get(real, name) {
      const member = Reflect.get(real, name, real);
      if (typeof member !== 'function') return member;
      const call = member.bind(real);
      if (name !== 'deliver') return call;
      return async (...given: Parameters<Target['deliver']>) => {
        const fail = fails;
        fails = false;
        if (fail && moment === 'before') throw new RetryError('lost', 'The request did not get through.');
        const outcomes = await target.deliver(...given);
        if (fail) throw new RetryError('lost', 'The answer did not get through.');
        return outcomes;
      };
    },
  });
}

function afterFailure(moment: 'before' | 'after'): TargetTrialRun {
  return async (trial) => {
    const store = await trial.store();
    if (!store) return noStore;
    const target = await trial.open();
    const first = await importAll(trial, store, failingOnce(target, moment));
    mustEqual(first.outcome, 'failed', 'The import whose delivery ended in an error');
    const second = await importAll(trial, store, target);
    if (second.error) throw second.error;
    await trial.mustFind(target, all, all, 'after the second import');
    await trial.mustHoldOnce(all, 'after the second import');
    return undefined;
  };
}

/** Whole imports into the target. */
export const targetEngineChecks: Readonly<Record<string, TargetTrialRun>> = {
  async 'an import brings every order once, a second one nothing'(trial) {
    const store = await trial.store();
    if (!store) return noStore;
    const target = await trial.open();
    mustComplete(await importAll(trial, store, target), count, 'into an empty target');
    await trial.mustHoldOnce(all, 'after an import');
    mustComplete(await importAll(trial, store, target), 0, 'of the same orders again');
    await trial.mustHoldOnce(all, 'after a second import');
    return undefined;
  },

  'an import whose request was lost is made up for': afterFailure('before'),

  'an import whose answer was lost delivers nothing twice': afterFailure('after'),

  async 'a new store beside it delivers nothing twice'(trial) {
    const store = await trial.store();
    const other = await trial.store();
    if (!store || !other) return noStore;
    const target = await trial.open();
    const { listDelivered } = target;
    if (!listDelivered && !trial.options.idempotent)
      return 'The target has no listDelivered and is not idempotent.';
    mustComplete(await importAll(trial, store, target), count, 'into an empty target');
    mustComplete(await importAll(trial, other, target), listDelivered ? 0 : count, 'with a new store');
    await trial.mustHoldOnce(all, 'after an import with a new store');
    return undefined;
  },
};
