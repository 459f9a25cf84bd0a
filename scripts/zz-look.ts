import { writeFileSync } from 'node:fs';
import { openWorkbench, otherAddress } from '../test/support/workbench.js';
const theme = (process.argv[2] ?? 'light') as 'light' | 'dark';
const language = (process.argv[3] ?? 'de') as 'de' | 'en';
const bench = await openWorkbench('chromium', { language, colorScheme: theme, viewport: { width: 420, height: 600 } });
try {
  const { popup } = await bench.open();
  await popup.sourceIs('page');
  const save = async (name: string) => writeFileSync(`/tmp/shots/${name}-${theme}-${language}.png`, await popup.page.screenshot());
  await popup.check(3); await popup.check(16); await popup.copy(); await new Promise((r) => setTimeout(r, 200));
  await save('statuses');
  for (const s of ['fields', 'export', 'options']) {
    await popup.page.click(`#tab-${s}`);
    await save(s);
  }
  const { popup: other } = await bench.open(otherAddress);
  await other.sourceIs('unsupported');
  writeFileSync(`/tmp/shots/other-${theme}-${language}.png`, await other.page.screenshot());
  const page = await bench.session.newPage();
  await page.goto(bench.session.extensionUrl('welcome/index.html'));
  await new Promise((r) => setTimeout(r, 300));
  writeFileSync(`/tmp/shots/welcome-${theme}-${language}.png`, await page.screenshot());
} finally { await bench.close(); }
