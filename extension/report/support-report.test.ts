import { expect, test } from 'vitest';
import { emptyReport, found } from '../testing/fake-browser.js';
import { supportReport } from './support-report.js';

const versions = { extension: '1.2.3', browser: 'Firefox 153.0 (Linux)' };
const list = {
  strategy: 'select-option',
  place: 'value',
  entries: 17,
  agreeing: 16,
  contradicting: 0,
  accepted: true,
};

test('tells what was found, how, where and with what, and nothing of the account', () => {
  const frame = {
    ...emptyReport,
    location: 'app.billbee.io/de/order/view/300000180937794/erika@example.com',
    statuses: [found(3, 'Bezahlt', 'select-option'), found(20, 'Für Erika packen', 'select-option')],
    facts: { signs: ['#gridBody'], elements: 120, milliseconds: 2, lists: [list] },
  };
  const report = supportReport({
    reading: {
      source: 'page',
      statuses: frame.statuses.map(({ label, ...status }) => ({
        ...status,
        labels: [label],
        isEarlier: false,
      })),
      conflicts: [],
      truncated: false,
      declaredLength: undefined,
      frames: [frame],
    },
    versions,
    language: 'de',
  });
  expect(report).toBe(`Status IDs for Billbee: report
extension 1.2.3, Firefox 153.0 (Linux), texts de
result: 2 ids from the page
ids: 3,20
  select-option: 2
contradictions: 0
read to the end: yes
page generation: legacy
frames: 1
  top app.billbee.io/de/order/view/…/…: 2 ids, 120 elements, 2 ms
    taken select-option value: 17 entries, 16 agree, 0 contradict
`);
});

test.each([
  [{ source: 'unsupported', reason: 'no-permission' } as const, 'no access to app.billbee.io'],
  [
    { source: 'standard', silence: 'no-answer', conflicts: [], truncated: false, frames: [] } as const,
    'standard list, page gives no ids: no-answer',
  ],
  [{ source: 'loading' } as const, 'still reading'],
])('says so when there is nothing: %j', (reading, text) => {
  expect(supportReport({ reading, versions, language: 'en' })).toContain(`result: ${text}`);
});
