import { must, mustEqual } from './check.js';
import type { TargetTrialRun } from './target-trial.js';
import { mustAllBeDelivered } from './target-trial.js';

const many = 250;
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Texts that shops really send, and some that try a database's or a file's patience. */
const hardTexts = [
  'Zoë “Ünsal” & Söhne',
  "O'Brien; DROP TABLE orders; --",
  '👩‍👩‍👧 名前 العربية',
  'line one\nline two\r\n\ttabbed \\ backslash \\n',
  '{"json": "in a text"}, <b>markup</b> & %20',
  'x'.repeat(20_000),
];

/** What `deliver` promises. */
export const targetDeliveryChecks: Readonly<Record<string, TargetTrialRun>> = {
  async 'one outcome per order, in sequence'(trial) {
    const target = await trial.open();
    await trial.deliver(target, trial.deliveries(1, 2, 3));
    await trial.deliver(target, trial.deliveries(4));
    mustEqual((await target.deliver([])).length, 0, 'Outcomes of deliver for no order');
    await trial.mustFind(target, [1, 2, 3, 4, 5], [1, 2, 3, 4], 'after four deliveries');
    await trial.mustHoldOnce([1, 2, 3, 4], 'after four deliveries');
    return undefined;
  },

  async 'a whole page at once'(trial) {
    const target = await trial.open();
    await trial.deliver(target, trial.deliveries(...numbers(1, many)));
    await trial.mustFind(target, numbers(1, 2 * many), numbers(1, many), `after ${many} deliveries`);
    await trial.mustHoldOnce(numbers(1, many), `after ${many} deliveries`);
    return undefined;
  },

  async 'a refused order is held with its reason, the others are delivered'(trial) {
    const { refusable } = trial.options;
    if (!refusable) return 'The target refuses no order (option refusable).';
    const target = await trial.open();
    const [first, second, third] = trial.deliveries(1, 2, 3);
    if (!first || !second || !third) return undefined;
    const outcomes = await target.deliver([first, { ...second, order: refusable(second.order) }, third]);
    mustEqual(
      outcomes.map(({ outcome }) => outcome),
      ['delivered', 'held', 'delivered'],
      'Outcomes with a refused order in the middle',
    );
    const held = outcomes[1];
    if (held?.outcome === 'held') {
      must(
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(held.reason),
        `The reason "${held.reason}" is no code like "article-unknown".`,
      );
      must(held.message.trim().length > 0, 'A held order has no message that tells a person what to do.');
    }
    await trial.mustFind(target, [1, 2, 3], [1, 3], 'after a refusal');
    await trial.mustHoldOnce([1, 3], 'after a refusal');
    return undefined;
  },

  async 'unusual texts and empty fields do not break a delivery'(trial) {
    const target = await trial.open();
    const plain = { Street: hardTexts[0], City: hardTexts[2], FirstName: hardTexts[1], CountryISO2: 'DE' };
    const deliveries = [
      ...hardTexts.map((text, index) =>
        trial.delivery(index + 1, {
          SellerComment: text,
          OrderNumber: text.slice(0, 60),
          InvoiceAddress: plain,
        }),
      ),
      trial.delivery(hardTexts.length + 1, {
        ShippingAddress: null,
        Customer: null,
        Seller: null,
        OrderNumber: null,
        Id: null,
      }),
    ];
    const outcomes = await target.deliver(deliveries);
    mustEqual(outcomes.length, deliveries.length, 'Outcomes for unusual orders');
    const taken = outcomes.flatMap(({ outcome }, index) => (outcome === 'delivered' ? [index + 1] : []));
    await trial.mustFind(target, numbers(1, deliveries.length), taken, 'after unusual orders');
    await trial.mustHoldOnce(taken, 'after unusual orders');
    return undefined;
  },

  async 'an aborted delivery settles, and what it left can be found out'(trial) {
    const target = await trial.open();
    const deliveries = trial.deliveries(...numbers(1, 20));
    const before = AbortSignal.abort(new Error('stopped before'));
    await target.deliver(deliveries.slice(0, 10), before).catch(() => undefined);
    const during = new AbortController();
    const delivering = target.deliver(deliveries.slice(10), during.signal).then(
      (outcomes) => outcomes,
      () => undefined,
    );
    during.abort(new Error('stopped during'));
    const outcomes = await delivering;
    if (outcomes) mustEqual(outcomes.length, 10, 'Outcomes of a delivery that was aborted and resolved');
    const done = (outcomes ?? []).flatMap(({ outcome }, index) =>
      outcome === 'delivered' ? [11 + index] : [],
    );
    await trial.mustFind(target, done, done, 'after an aborted delivery that resolved');
    await trial.deliverMissing(target, deliveries);
    await trial.mustFind(target, numbers(1, 21), numbers(1, 20), 'after a second try');
    await trial.mustHoldOnce(numbers(1, 20), 'after an aborted delivery and a second try');
    return undefined;
  },

  async 'the same key again is the same order'(trial) {
    if (!trial.options.idempotent) return 'The target does not promise it (option idempotent).';
    const target = await trial.open();
    await trial.deliver(target, trial.deliveries(1, 2));
    await trial.deliver(target, trial.deliveries(2, 3));
    await trial.close(target);
    await trial.deliver(await trial.open(), trial.deliveries(1));
    await trial.mustHoldOnce([1, 2, 3], 'after the same keys were delivered again');
    return undefined;
  },

  async 'an update replaces, and repeats without harm'(trial) {
    const target = await trial.open();
    if (!target.update) return 'The target has no update.';
    await trial.deliver(target, trial.deliveries(1, 2));
    const changed = [
      trial.delivery(1, { SellerComment: 'changed' }),
      trial.delivery(2, { SellerComment: 'changed' }),
    ];
    for (let time = 0; time < 2; time += 1) {
      mustAllBeDelivered(await target.update(changed), changed.length, 'update');
    }
    mustEqual((await target.update([])).length, 0, 'Outcomes of update for no order');
    await trial.mustFind(target, [1, 2, 3], [1, 2], 'after updates');
    await trial.mustHoldOnce([1, 2], 'after updates');
    return undefined;
  },
};
