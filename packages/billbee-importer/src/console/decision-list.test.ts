import { expect, it } from 'vitest';
import { testContext } from '../testing.test.data.js';
import { DecisionList } from './decision-list.js';

const summary = {
  read: 2,
  created: 1,
  skipped: 0,
  held: 1,
  calls: 3,
  retries: 0,
  elapsedMs: 5,
  cursor: null,
};
const create = { orderId: '1', action: 'create', reason: 'new' } as const;
const hold = {
  orderId: '2',
  action: 'hold',
  reason: 'total-mismatch',
  field: 'TotalCost',
  message: 'Wrong\u001b[2J total.',
} as const;

it('prints a line per order, then the counts and the calls that the import will take', () => {
  const { terminal, stdout } = testContext();
  const list = new DecisionList(terminal, false);
  list.add(create);
  list.add(hold);
  list.end(summary, 1, 3);
  expect(stdout.text.split('\n')).toEqual([
    'create 1 new',
    'hold 2 total does not add up (total) [total-mismatch]: Wrong [2J total.',
    'Dry run, nothing was written: 1 create, 0 update, 0 skip, 1 hold.',
    'Calls to Billbee that the import will take: about 7.',
    '',
  ]);
});

it('prints one JSON object', () => {
  const { terminal, stdout } = testContext();
  const list = new DecisionList(terminal, true);
  list.add(create);
  list.add(hold);
  list.end(summary, 0, 0);
  expect(JSON.parse(stdout.text)).toEqual({
    orders: [{ ...create, field: null, message: null }, hold],
    create: 1,
    update: 0,
    skip: 0,
    hold: 1,
    predictedCalls: 3,
    ...summary,
  });
});

it('prints one JSON object without orders, too', () => {
  const { terminal, stdout } = testContext();
  new DecisionList(terminal, true).end(summary, 0, 0);
  expect(JSON.parse(stdout.text).orders).toEqual([]);
});
