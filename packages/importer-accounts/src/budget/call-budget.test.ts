import type { Store } from 'importer-core';
import { createBillbeeClient } from 'importer-core';
import { openEmbeddedDatabase } from 'importer-core/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountsMigrations } from '../store/migrations.js';
import {
  type CallBudget,
  type CallBudgetOptions,
  type CallWarning,
  createCallBudget,
} from './call-budget.js';

let store: Store;
let accounts = 0;

beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [accountsMigrations] });
});
afterAll(() => store.close());

const newAccount = (): string => {
  accounts += 1;
  return `budget-${accounts}`;
};
function budgetOf(account: string, options: Partial<CallBudgetOptions> = {}, time = '2026-11-24T12:00:00Z') {
  const clock = {
    time: Date.parse(time),
    now: () => clock.time,
    sleep: async (milliseconds: number) => {
      clock.time += milliseconds;
    },
  };
  return { clock, budget: createCallBudget({ store, account, clock, ...options }) };
}
async function pass(budget: CallBudget, times: number): Promise<number> {
  for (let made = 0; made < times; made += 1) {
    try {
      await budget.pass();
    } catch (error) {
      expect(error).toMatchObject({ code: 'budget-exhausted', reaction: 'stop' });
      return made;
    }
  }
  return times;
}

it('counts per account and German calendar month, over all budgets', async () => {
  const account = newAccount();
  await pass(budgetOf(account).budget, 3);
  const { budget, clock } = budgetOf(account);
  await pass(budget, 2);
  expect(await budget.callsThisMonth()).toBe(5);
  expect(await budgetOf(newAccount()).budget.callsThisMonth()).toBe(0);
  clock.time = Date.parse('2026-11-30T23:30:00Z');
  expect(await budget.callsThisMonth()).toBe(0);
});

it('lets exactly stopAt calls through, however many ask at the same time', async () => {
  const account = newAccount();
  const budgets = [1, 2, 3].map(() => budgetOf(account, { limits: { stopAt: 7 } }).budget);
  const made = await Promise.all(budgets.map((budget) => pass(budget, 5)));
  expect(made.reduce((sum, one) => sum + one, 0)).toBe(7);
  expect(await budgets[0]?.callsThisMonth()).toBe(7);
});

it('warns once a month', async () => {
  const warnings: CallWarning[] = [];
  const limits = { warnAt: 3, stopAt: 100 };
  const { budget, clock } = budgetOf(newAccount(), {
    limits,
    onWarning: (warning) => warnings.push(warning),
  });
  await pass(budget, 6);
  expect(warnings).toEqual([{ calls: 3, warnAt: 3, stopAt: 100 }]);
  clock.time = Date.parse('2026-12-05T00:00:00Z');
  await pass(budget, 4);
  expect(warnings.length).toBe(2);
});

it("takes Billbee's own count where it is greater, and asks once a day", async () => {
  const account = newAccount();
  const { budget, clock } = budgetOf(account, { limits: { stopAt: 503 } });
  await pass(budget, 2);
  const asked: string[] = [];
  const ask = (answer: number | undefined) => async (month: string) => {
    asked.push(month);
    return answer;
  };
  await budget.askBillbee(ask(500));
  await budget.askBillbee(ask(600));
  expect(asked).toEqual(['2026-11']);
  expect(await budget.callsThisMonth()).toBe(500);
  expect(await pass(budget, 10)).toBe(3);
  clock.time += 86_400_000;
  await budget.askBillbee(ask(undefined));
  expect(asked.length).toBe(2);
  expect(await budget.callsThisMonth()).toBe(503);
  expect(await pass(budgetOf(account).budget, 1)).toBe(1);
});

it('writes nothing when it only judges', async () => {
  const account = newAccount();
  await pass(budgetOf(account).budget, 2);
  const { budget } = budgetOf(account, { readOnly: true, limits: { stopAt: 4 } });
  await budget.askBillbee(async () => 1000);
  expect(await pass(budget, 5)).toBe(2);
  expect(await budget.callsThisMonth()).toBe(4);
  expect(await budgetOf(account).budget.callsThisMonth()).toBe(2);
});

it.each([{ warnAt: 0 }, { stopAt: -1 }, { stopAt: 1.5 }, { warnAt: Number.NaN }])('refuses %j', (limits) => {
  expect(() => budgetOf('x', { limits })).toThrow(expect.objectContaining({ code: 'call-budget-invalid' }));
});

it('ends a client before the call, repeats counted', async () => {
  let requests = 0;
  const fetch = async (): Promise<Response> => {
    requests += 1;
    return new Response('{}', { status: 500 });
  };
  const { budget, clock } = budgetOf(newAccount(), { limits: { stopAt: 4 } });
  const connection = { username: 'shop@example.com', apiPassword: 'pass-word', apiKey: 'key-0123' };
  const client = createBillbeeClient({
    connection,
    fetch,
    clock,
    gate: budget,
  });
  await expect(client.listOrderStatuses()).rejects.toMatchObject({ code: 'budget-exhausted' });
  expect(requests).toBe(4);
});
