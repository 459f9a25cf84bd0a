import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { until } from '../support/until.js';
import { openWorkplace } from './support/workplace.js';

it('imports from all accounts of the embedded database in one process', async () => {
  const place = await openWorkplace({ orders: 10, accounts: 2 });
  const lines = place.sandbox.accounts.map(({ credentials }) =>
    JSON.stringify({ ...credentials, settings: { version: 1, importStatusIds: [3] } }),
  );
  const noCredentials = { BILLBEE_USERNAME: '', BILLBEE_API_PASSWORD: '', BILLBEE_API_KEY: '' };
  const added = await place.run(['accounts', 'add', '--stdin', '--no-check'], noCredentials, {
    stdin: lines.join('\n'),
  });
  expect(added).toMatchObject({ code: 0 });
  let stop = (): void => {};
  const env = { ...noCredentials, BILLBEE_OUT_DIR: place.folder };
  const finished = place.run(['serve', '--port', '0'], env, {
    onStart: (child) => {
      stop = () => child.kill('SIGTERM');
    },
  });
  const wanted = place.sandbox.accounts.map(({ credentials, state }) => ({
    file: place.path(`${credentials.username}.ndjson`),
    count: state.orders.filter((order) => order.State === 3).length,
  }));
  const lengthOf = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length;
  await until('both accounts', () => wanted.every(({ file, count }) => existsAndHas(file, count)), 60_000);
  stop();
  const { code, stdout, stderr } = await finished;
  expect({ code, stderr }).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('"event":"lease-ended"'),
  });
  expect(stdout).toMatch(/^Listening on http/);

  function existsAndHas(file: string, count: number): boolean {
    try {
      return lengthOf(file) === count;
    } catch {
      return false;
    }
  }
});
