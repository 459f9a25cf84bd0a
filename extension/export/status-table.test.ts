import { expect, test } from 'vitest';
import { tableFormats } from './status-table.js';

const statuses = [
  { id: 3, label: 'Bezahlt' },
  { id: 20, label: '=HYPERLINK("x"); | `b`' },
];
const write = (name: string, language: 'de' | 'en' = 'de') =>
  tableFormats.find((format) => format.name === name)?.write(statuses, language);

test('CSV as spreadsheets of the language read it; a label never becomes a formula', () => {
  expect(write('CSV')).toBe(
    'ID;Name in Billbee;Standardname;API-Name\r\n3;Bezahlt;Bezahlt;Zahlung_erhalten\r\n20;"\'=HYPERLINK(""x""); | `b`";;\r\n',
  );
  expect(write('CSV', 'en')?.split('\r\n')[1]).toBe('3,Bezahlt,Paid,Zahlung_erhalten');
});

test('Markdown keeps its columns, whatever a label holds', () => {
  expect(write('Markdown', 'en')?.split('\n')).toEqual([
    '| ID | Name in Billbee | Standard name | API name |',
    '| --: | --- | --- | --- |',
    '| 3 | Bezahlt | Paid | Zahlung\\_erhalten |',
    '| 20 | =HYPERLINK("x"); \\| \\`b\\` |  |  |',
    '',
  ]);
});

test('JSON is what it was made of', () => {
  expect(JSON.parse(write('JSON') ?? '')).toEqual([
    { id: 3, label: 'Bezahlt', apiName: 'Zahlung_erhalten' },
    { id: 20, label: statuses[1]?.label },
  ]);
});
