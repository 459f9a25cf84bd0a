import axe from 'axe-core';
import type { BrowserPage } from './browser-page.js';

/** What axe finds wrong on a page, one line for each rule. */
export async function violations(page: BrowserPage): Promise<string[]> {
  await page.bringToFront();
  await page.evaluate(`(() => { ${axe.source} })()`);
  return await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations.map(
    (rule) => rule.id + ': ' + rule.nodes.map((node) => node.html + ' ' + node.failureSummary).join('; ')))`);
}
