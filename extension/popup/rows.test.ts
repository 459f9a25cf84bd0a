import { expect, test } from 'vitest';
import { filterRows, pageRows, standardRows } from './rows.js';

const page = pageRows(
  [
    { id: 3, labels: ['Bezahlt'], foundBy: ['link'], isEarlier: false },
    { id: 8, labels: ['Storno'], foundBy: [], isEarlier: false },
    { id: 18, labels: ['Wartet', 'Liegt'], foundBy: [], isEarlier: false },
  ],
  'de',
);
const ids = (search: string, rows = page) => filterRows(rows, search).map((row) => row.id);

test("the label is the page's; the standard name stands beside it where it differs", () => {
  expect(page.map(({ label, standardName }) => [label, standardName])).toEqual([
    ['Bezahlt', undefined],
    ['Storno', 'Storniert'],
    ['Wartet / Liegt', undefined],
  ]);
});

test('in an English view German labels are marked as German, with the English name beside', () => {
  const [paid] = pageRows([{ id: 3, labels: ['Bezahlt'], foundBy: [], isEarlier: false }], 'en');
  expect(paid).toMatchObject({ label: 'Bezahlt', labelLanguage: 'de', standardName: 'Paid' });
});

test('a page that the browser translated keeps its English labels', () => {
  const [paid] = pageRows([{ id: 3, labels: ['Paid'], foundBy: [], isEarlier: false }], 'de');
  expect(paid).toMatchObject({ label: 'Paid', labelLanguage: 'en', standardName: 'Bezahlt' });
});

test('the standard list holds the known ids, found nowhere', () => {
  const rows = standardRows('de');
  expect(rows.map((row) => row.id)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  expect(rows.every((row) => row.foundBy.length === 0)).toBe(true);
});

test.each([
  ['', [3, 8, 18]],
  ['  ', [3, 8, 18]],
  ['bez', [3]],
  ['STORNIERT', [8]],
  ['paid', [3]],
  ['Zahlung_erhalten', [3]],
  ['1', [18]],
  ['8', [8]],
  ['18 liegt', [18]],
  ['bez storno', []],
] as const)('a search for %j shows %j', (search, expected) => expect(ids(search)).toEqual(expected));

test.each(['bestätigt', 'BESTAETIGT', 'bestatigt', 'Besta\u0308tigt'])(
  'umlauts are found as %s',
  (search) => {
    expect(ids(search, standardRows('de'))).toEqual([2]);
  },
);
