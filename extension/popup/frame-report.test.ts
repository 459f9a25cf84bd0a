import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyReport, found } from '../testing/fake-browser.js';
import { readFrameReport } from './frame-report.js';

test('an honest report arrives unchanged', () => {
  const report = {
    ...emptyReport,
    statuses: [found(3, 'Bezahlt', 'select-option', 'link')],
    disagreements: [{ id: 4, labels: ['Versendet', 'Unterwegs'] }],
    truncated: true,
  };
  expect(readFrameReport(report)).toEqual(report);
});

test('entries that are no status are left out, the others stay', () => {
  const report = readFrameReport({
    statuses: [
      found(3, ' Bezahlt '),
      found(-1, 'x'),
      found(1.5, 'x'),
      found(4, '  '),
      { id: '5' },
      null,
      'x',
    ],
    disagreements: [{ id: 'x' }, null, { id: 4, labels: ['a', 7] }],
  });
  expect(report?.statuses).toEqual([found(3, 'Bezahlt')]);
  expect(report?.disagreements).toEqual([{ id: 4, labels: ['a'] }]);
});

test('counts and lengths are capped', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => found(index + 1, 'x'.repeat(5_000)));
  const report = readFrameReport({ statuses: many });
  expect(report?.statuses).toHaveLength(500);
  expect(report?.statuses[0]?.label).toHaveLength(200);
});

test('whatever arrives, the result is a report with real ids, or none', () => {
  const entry = fc.record({ id: fc.anything(), label: fc.anything(), foundBy: fc.anything() });
  const message = fc.oneof(
    fc.anything(),
    fc.record({ statuses: fc.array(fc.oneof(entry, fc.anything())), disagreements: fc.anything() }),
  );
  fc.assert(
    fc.property(message, (posted) => {
      const report = readFrameReport(posted);
      for (const { id, label, foundBy } of report?.statuses ?? []) {
        expect(Number.isSafeInteger(id) && id > 0).toBe(true);
        expect(label).not.toBe('');
        expect(foundBy.every((way) => typeof way === 'string')).toBe(true);
      }
    }),
  );
});
