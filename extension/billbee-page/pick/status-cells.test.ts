import { afterEach, expect, test } from 'vitest';
import { controlOf, nameTheSame, statusCellAt, statusCells } from './status-cells.js';

afterEach(() => document.body.replaceChildren());

const table = (heads: readonly string[], ...rows: readonly (readonly string[])[]) => {
  const cells = (tag: string, texts: readonly string[]) =>
    texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
  document.body.innerHTML = `<table><thead><tr>${cells('th', heads)}</tr></thead>
    <tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table>`;
};
const at = (selector: string) =>
  statusCellAt(document.querySelector(selector) ?? expect.unreachable())?.label;

test.each(['Status', 'Bestellstatus', 'Order state', 'Zustand <button>▾</button>'])(
  'knows the cells below %s, also with a name of the account’s own',
  (head) => {
    table(['#', head, 'Summe'], ['1', '<span role="button">Wartet auf Ware</span>', '12,90 €']);
    expect(at('td span')).toBe('Wartet auf Ware');
    expect(at('td:first-child')).toBeUndefined();
    expect(at('td:last-child')).toBeUndefined();
    expect(at('th:nth-child(2)')).toBeUndefined();
  },
);

test('what other things of an order have is not its status', () => {
  table(['Zahlstatus', 'Versandstatus', 'Zahlart'], ['Bezahlt', 'Versendet', 'Bezahlt']);
  for (const column of [1, 2, 3]) expect(at(`td:nth-child(${column})`)).toBeUndefined();
});

test('without headings the name of a known status is enough, in any language of the page', () => {
  document.body.innerHTML = `<div role="table"><div role="row"><div role="cell">Paid</div>
    <div role="cell">Erika Muster</div></div></div>`;
  expect(at('[role=cell]')).toBe('Paid');
  expect(at('[role=cell]:last-child')).toBeUndefined();
});

test('an open editor is no closed status', () => {
  const entries = ['Angeboten', 'Bestellt', 'Bestätigt', 'Bezahlt', 'Gepackt', 'Versendet', 'Abgeschlossen'];
  table(['Status'], [`<ul>${entries.map((entry) => `<li><a>${entry}</a></li>`).join('')}</ul>`]);
  expect(at('a')).toBeUndefined();
  expect(statusCells(document)).toEqual([]);
});

test('the click goes to the control, else to the innermost element', () => {
  table(['Status'], ['<div><span tabindex="0">Bezahlt</span><i></i></div>'], ['<b><i>Bestellt</i></b>']);
  const controls = [...document.querySelectorAll('td')].map(
    (element) => controlOf({ element, label: '' }).localName,
  );
  expect(controls).toEqual(['span', 'i']);
});

test('two wordings and two languages name one status', () => {
  expect(nameTheSame('Storno', 'Storniert')).toBe(true);
  expect(nameTheSame('Bezahlt', 'Paid')).toBe(true);
  expect(nameTheSame('Sonderfall', 'sonderfall ')).toBe(true);
  expect(nameTheSame('Bezahlt', 'Versendet')).toBe(false);
});
