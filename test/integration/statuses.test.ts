import { expect, it } from 'vitest';
import { oneJson, openWorkplace } from './support/workplace.js';

it('lists what Billbee knows, with the labels of its screens', async () => {
  const { run } = await openWorkplace({ database: 'new' });
  const json = await run(['statuses', '--json']);
  const list = oneJson<{ id: number }[]>(json);
  expect(list.map(({ id }) => id)).toEqual([...list.map(({ id }) => id)].sort((a, b) => a - b));
  expect(list).toContainEqual({ id: 3, apiName: 'Zahlung_erhalten', label: 'Bezahlt' });
  expect(list).toContainEqual({ id: 16, apiName: 'Im_Fulfillment', label: 'Im Fulfillment' });
  const table = await run(['statuses']);
  expect(table.stdout).toMatch(/^3 +Zahlung_erhalten +Bezahlt$/m);
});

it('gives a reason as JSON too, when it cannot', async () => {
  const { run } = await openWorkplace({ database: 'new' });
  const failed = await run(['statuses', '--json'], { BILLBEE_API_KEY: '' });
  expect(failed.code).toBe(1);
  expect(oneJson(failed)).toEqual({
    error: { code: 'missing-credential', message: failed.stderr.trimEnd() },
  });
});
