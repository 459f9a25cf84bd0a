import { expect, test } from 'vitest';
import { runAtOnce } from '../steps.js';
import { nameFinder } from './status-names.js';

const statuses = [
  { id: 3, label: 'Bezahlt' },
  { id: 8, label: 'Storno' },
];
const names = (markup: string) => {
  document.body.innerHTML = markup;
  return runAtOnce(nameFinder(statuses).in(document.body)).map(({ id, text }) => `${id} ${text.data.trim()}`);
};

test('finds names as text, whatever their case, spaces and count', () => {
  expect(names('<td> Bezahlt\n</td><a>STORNO (12)</a><b>Bezahlt am</b><i>Offen</i>')).toEqual([
    '3 Bezahlt',
    '8 STORNO (12)',
  ]);
});

test('leaves out what is no text of the page', () => {
  expect(
    names(
      '<select><option>Bezahlt</option></select><script type="text/plain">Bezahlt</script><textarea>Bezahlt</textarea><p contenteditable="true">Bezahlt</p>',
    ),
  ).toEqual([]);
});

test('finds the name in a text that is new by itself', () => {
  const text = document.createTextNode(' Storno ');
  document.body.replaceChildren(text);
  expect(runAtOnce(nameFinder(statuses).in(text))).toEqual([{ id: 8, text, said: ' Storno ' }]);
});
