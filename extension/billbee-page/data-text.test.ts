import { describe, expect, it } from 'vitest';
import { listsInText } from './data-text.js';
import { findStatuses } from './find-statuses.js';
import { allFound, each, entries, foundIn, idsIn, page } from './page-for-tests.js';

const objects = entries.map(({ id, label }) => ({ Id: id, Name: label }));
const script = (code: string) => `<script>${code}</script>`;
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

describe('lists in scripts and attributes', () => {
  it.each([
    ['JSON objects', `var orderStates=${JSON.stringify(objects)};`],
    ['literals', `x = [${each(({ id, label }) => `{value:${id},text:'${label}'},`)}]`],
    [
      'a map',
      `window.states = ${JSON.stringify(Object.fromEntries(entries.map(({ id, label }) => [id, label])))}`,
    ],
    ['a map from labels', `const s = {${each(({ id, label }) => `"${label}": ${id},`)}}`],
    ['pairs', `load([${each(({ id, label }) => `[${id}, "${label}"],`)}])`],
    ['calls', each(({ id, label }) => `states.add(new State(${id}, '${label}'));`)],
    ['ids as texts', JSON.stringify(entries.map(({ id, label }) => ({ id: `${id}`, label })))],
    ['names in an object', JSON.stringify(entries.map(({ id, label }) => ({ id, name: { de: label } })))],
    ['a map of objects', JSON.stringify(Object.fromEntries(entries.map(({ id, label }) => [id, { label }])))],
    ['JSON in a text', `JSON.parse(${JSON.stringify(JSON.stringify(objects))})`],
    [
      'deep in state',
      `self.__STATE__=${JSON.stringify({ a: [{ b: { orderStates: objects, n: 3 } }], c: 'Bezahlt' })}`,
    ],
    [
      'with other numbers',
      JSON.stringify(objects.map((state, index) => ({ Sort: index + 1, ...state, Count: 3 }))),
    ],
    ['after comments and odd quotes', `// don't\n/* it's */ var s = ${JSON.stringify(objects)}`],
    ['escaped', `var s=${JSON.stringify(objects).replace(/ä/g, '\\u00e4').replace(/ö/g, '\\xf6')}`],
    ['with entities', `var s=${JSON.stringify(objects).replace(/ä/g, '&auml;').replace(/ö/g, '&#246;')}`],
  ])('%s', (_name, code) => {
    expect(foundIn(script(code))).toEqual(allFound);
  });

  it('says so', () => {
    const { statuses } = findStatuses(page(script(JSON.stringify(objects))));
    expect(statuses[0]?.foundBy).toEqual(['script-data']);
  });

  it.each(['data-states', 'ng-init', 'v-bind:states', 'value'])('attribute %s', (name) => {
    const value = escaped(
      name === 'ng-init' ? `vm.states = ${JSON.stringify(objects)}` : JSON.stringify(objects),
    );
    const { statuses } = findStatuses(page(`<div ${name}="${value}"></div>`));
    expect(statuses).toHaveLength(16);
    expect(statuses[0]?.foundBy).toEqual(['attribute-data']);
  });

  it('takes the name people read, not the one programs read', () => {
    const two = [...entries, { id: 18, label: 'Umtausch' }].map(({ id, label }) => ({
      Id: id,
      Api: label === 'Bezahlt' ? 'Zahlung_erhalten' : label.replace(/\W/g, '_'),
      Name: label,
    }));
    expect(foundIn(script(JSON.stringify(two)))).toEqual([...allFound, '18 Umtausch']);
  });

  it('finds the list in a long script', () => {
    const noise = 'function f(a){return a+1}\n'.repeat(20_000);
    expect(foundIn(script(`${noise};var s=${JSON.stringify(objects)};${noise}`))).toEqual(allFound);
  });

  it('reads a script for __proto__ without harm', () => {
    expect(
      foundIn(
        script(`{"__proto__":{"Id":3,"Name":"Bezahlt"},"constructor":1,"a":${JSON.stringify(objects)}}`),
      ),
    ).toEqual(allFound);
    expect(({} as Record<string, unknown>)['Id']).toBeUndefined();
  });

  it.each([
    ['positions', JSON.stringify(entries.map(({ label }) => label))],
    ['an index', JSON.stringify(entries.map(({ label }, index) => ({ index, label })))],
    ['orders', JSON.stringify(entries.map(({ label }, index) => ({ OrderId: 300 + index, State: label })))],
    [
      'payment types',
      '[{"Id":1,"Name":"Überweisung"},{"Id":3,"Name":"Bezahlt"},{"Id":4,"Name":"Nachnahme"}]',
    ],
  ])('no ids in %s', (_name, code) => {
    expect(idsIn(script(code))).toEqual([]);
  });

  it('ends on hostile text', () => {
    const big = 90_000;
    for (const text of [
      '"\\"'.repeat(big / 3),
      '[{'.repeat(big / 2),
      '}])'.repeat(big / 3),
      `{${'"Bezahlt":3,'.repeat(big / 12)}}`,
      `[${'3,"Bezahlt",'.repeat(big / 12)}]`,
      `${'a:{'.repeat(big / 3)}"Bezahlt"`,
      `{${Array.from({ length: 9_000 }, (_, index) => `k${index}:"Bezahlt",n${index}:3`).join()}}`,
    ]) {
      expect(listsInText(text, 'script-data').length).toBeLessThan(10_000);
    }
  });
});
