import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FrameReport } from '../messages.js';
import { emptyReport, found } from '../testing/fake-browser.js';
import { mergeFrames } from './frame-merging.js';

const merge = (...frames: Partial<FrameReport>[]) =>
  mergeFrames(new Map(frames.map((frame, id) => [id, { ...emptyReport, ...frame }])));

test('frames add up, sorted by id', () => {
  const { statuses, conflicts } = merge(
    {},
    { statuses: [found(16, 'Im Fulfillment', 'link'), found(3, 'Bezahlt', 'select-option')] },
    { statuses: [found(3, 'Bezahlt', 'link'), found(4, 'Versendet')] },
  );
  expect(statuses).toEqual([
    { id: 3, labels: ['Bezahlt'], foundBy: ['link', 'select-option'], isEarlier: false },
    { id: 4, labels: ['Versendet'], foundBy: [], isEarlier: false },
    { id: 16, labels: ['Im Fulfillment'], foundBy: ['link'], isEarlier: false },
  ]);
  expect(conflicts).toEqual([]);
});

test("two names of one known status are no conflict: the topmost frame's is shown", () => {
  const { statuses, conflicts } = merge(
    { statuses: [found(8, 'Storno')] },
    { statuses: [found(8, 'Storniert')] },
  );
  expect(statuses[0]?.labels).toEqual(['Storno']);
  expect(conflicts).toEqual([]);
});

test('frames that name one id differently are reported, and both names stay', () => {
  const { statuses, conflicts } = merge(
    { statuses: [found(3, 'Bezahlt')] },
    { statuses: [found(3, 'Offen')] },
  );
  expect(statuses[0]?.labels).toEqual(['Bezahlt', 'Offen']);
  expect(conflicts).toEqual([{ kind: 'labels', id: 3, labels: ['Bezahlt', 'Offen'] }]);
});

test('frames that give one name two ids are reported, and both ids stay', () => {
  const { statuses, conflicts } = merge(
    { statuses: [found(20, 'Lager')] },
    { statuses: [found(21, ' lager')] },
  );
  expect(statuses.map(({ id }) => id)).toEqual([20, 21]);
  expect(conflicts).toEqual([{ kind: 'ids', label: 'Lager', ids: [20, 21] }]);
});

test("a frame's own disagreements are passed on, once per id", () => {
  const own = { disagreements: [{ id: 3, labels: ['Bezahlt', 'Offen'] }] };
  expect(merge(own, own).conflicts).toEqual([{ kind: 'labels', id: 3, labels: ['Bezahlt', 'Offen'] }]);
});

test('what a frame has shown earlier stays, and gives way to what another shows now', () => {
  const { statuses, conflicts } = merge(
    { statuses: [found(3, 'Bezahlt'), found(20, 'Lager'), found(4, 'Versendet')], earlier: [3, 20, 4] },
    { statuses: [found(3, 'Offen'), found(21, 'Lager')] },
  );
  expect(statuses.map(({ id, labels, isEarlier }) => [id, labels.join(), isEarlier])).toEqual([
    [3, 'Offen', false],
    [4, 'Versendet', true],
    [21, 'Lager', false],
  ]);
  expect(conflicts).toEqual([]);
});

test('one frame that was not read to its end makes the whole reading incomplete', () => {
  expect(merge({}, { truncated: true }).truncated).toBe(true);
  expect(merge({}, {}).truncated).toBe(false);
});

test('no id of any frame gets lost, none is invented, and the order of frames does not matter for ids', () => {
  const label = fc.constantFrom('Bezahlt', 'Offen', 'Storno', 'Storniert', 'Lager');
  const frame = fc.array(fc.record({ id: fc.integer({ min: 1, max: 25 }), label, foundBy: fc.constant([]) }));
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 4 }), (frames) => {
      const expected = [...new Set(frames.flat().map(({ id }) => id))].sort((a, b) => a - b);
      const ids = (lists: typeof frames) =>
        merge(...lists.map((statuses) => ({ statuses }))).statuses.map(({ id }) => id);
      expect(ids(frames)).toEqual(expected);
      expect(ids([...frames].reverse())).toEqual(expected);
    }),
  );
});
