import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startSandbox } from 'billbee-sandbox';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('runs the example of the library as its README prints it', async () => {
  const readme = readFileSync(join(root, 'packages/importer-core/README.md'), 'utf8');
  const example = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  const sandbox = await startSandbox({ port: 0 });
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'example.mjs'), example);
    const { username, apiPassword, apiKey } = sandbox.credentials;
    const env = {
      ...process.env,
      BILLBEE_URL: sandbox.api,
      BILLBEE_USERNAME: username,
      BILLBEE_API_PASSWORD: apiPassword,
      BILLBEE_API_KEY: apiKey,
    };
    const run = async (): Promise<{ read: number; created: number }> => {
      const { stdout } = await promisify(execFile)(process.execPath, ['example.mjs'], { cwd: folder, env });
      return JSON.parse(stdout);
    };
    const paid = sandbox.orders.filter((order) => order.State === 3).length;
    expect(await run()).toMatchObject({ read: paid, created: paid });
    expect(readFileSync(join(folder, 'orders.ndjson'), 'utf8').trim().split('\n')).toHaveLength(paid);
    expect(await run()).toMatchObject({ created: 0 });
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
