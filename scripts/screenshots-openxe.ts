/**
 * `npm run screenshots` takes the pictures of the OpenXE guide with this: the settings form and what "Verbindung prüfen"
 * answers, from the real PHP file, the real service and the sandbox. The frame around them is ours, not OpenXE's.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from 'billbee-sandbox';
import puppeteer, { type Page } from 'puppeteer-core';
import { OpenXeHost } from '../test/support/openxe-host.js';
import { until } from '../test/support/until.js';
import { findBrowsers } from './browsers.js';
import { findPhp } from './php.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'packages/billbee-importer/bin/billbee-importer.js');
const pictures = join(root, 'docs/images');

const frame = (
  title: string,
  content: string,
): string => `<!doctype html><html lang="de"><meta charset="utf-8"><style>
  body { font: 14px/1.45 system-ui, sans-serif; color: #222; background: #eef1f4; margin: 0; padding: 20px; width: 900px }
  main { background: #fff; border-radius: 8px; padding: 16px 22px; box-shadow: 0 1px 3px #0002 }
  h1 { font-size: 17px; margin: 0 0 12px } table { border-collapse: collapse; width: 100% }
  td { padding: 4px 8px 4px 0; vertical-align: top } .label { width: 190px } .heading { padding-top: 14px; color: #0b5c7a }
  input, select, textarea { font: inherit; padding: 3px 6px; border: 1px solid #b8c2cc; border-radius: 4px; max-width: 330px }
  i { display: block; color: #5a6570; font-size: 12.5px } .ok, .error { padding: 10px 14px; border-radius: 5px; margin: 10px 0 }
  .ok { background: #e3f2fb; border-left: 4px solid #2a84b5 } .error { background: #fdeaea; border-left: 4px solid #c0392b }
</style><main><h1>${title}</h1>${content}</main></html>`;

async function take(page: Page, name: string, html: string): Promise<void> {
  await page.setContent(html);
  const main = await page.$('body');
  if (main) await main.screenshot({ path: join(pictures, name) as `${string}.png` });
  console.log(`docs/images/${name}`);
}

process.env['PHP_PATH'] = findPhp();
const folder = mkdtempSync(join(tmpdir(), 'openxe-pictures-'));
const sandbox = await startSandbox({ orders: 5, rateLimit: false });
const env = {
  PATH: process.env['PATH'] ?? '',
  BILLBEE_URL: sandbox.api,
  BILLBEE_DATA_DIR: join(folder, 'data'),
};
const added = spawnSync(process.execPath, [bin, 'shops', 'add', 'hauptshop'], { env, encoding: 'utf8' });
const service: ChildProcess = spawn(process.execPath, [bin, 'serve', '--port', '0'], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
});
let said = '';
service.stdout?.on('data', (text) => {
  said += String(text);
});
const erp = new OpenXeHost();
const { chromium } = await findBrowsers();
const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox'] });
try {
  const url = await until('the service', () => /Listening on (\S+)/.exec(said)?.[1], 60_000);
  const page = await browser.newPage();
  await page.setViewport({ width: 940, height: 800, deviceScaleFactor: 1.5 });
  const { username, apiPassword, apiKey } = sandbox.credentials;
  await erp.save({
    bbToken: added.stdout.trim(),
    bbUser: username,
    bbApiPassword: apiPassword,
    bbApiKey: apiKey,
  });
  await take(
    page,
    'openxe-form.png',
    frame('Einstellungen für Shop oder Marktplatz', await erp.run<string>('form')),
  );
  await erp.save({ bbServiceUrl: url });
  const good = await erp.check();
  await erp.save({ bbApiPassword: 'verwechselt' });
  const bad = await erp.check();
  const box = (kind: string, html: string): string => `<div class="${kind}">${html}</div>`;
  const both = box('ok', `Verbindung: ${good.html}`) + box('error', bad.html);
  await take(page, 'openxe-check.png', frame('Verbindung prüfen', both));
} finally {
  await browser.close();
  service.kill('SIGTERM');
  await sandbox.close();
  erp.remove();
  rmSync(folder, { recursive: true, force: true });
}
