import { describe, expect, it } from 'vitest';
import { findStatuses } from './find-statuses.js';
import { allFound, allIds, each, entries, foundIn, idsIn, page, workflow } from './page-for-tests.js';

const five = entries.slice(0, 6);
const fiveIds = five.map(({ id }) => id).sort((a, b) => a - b);

describe('what is said of each id', () => {
  it('says where each id was found', () => {
    const body = `<select>${each(({ id, label }) => `<option value="${id}">${label}</option>`)}</select>
      <ul>${each(({ id, label }) => `<li data-id="${id}">${label}</li>`, five)}</ul>`;
    const ways = new Map(findStatuses(page(body)).statuses.map(({ id, foundBy }) => [id, foundBy]));
    expect(ways.get(3)).toEqual(['data-attribute', 'select-option']);
    expect(ways.get(17)).toEqual(['select-option']);
  });
});

describe('what a list may hold besides', () => {
  const list = (extra: string, ids = entries) =>
    `<ul>${extra}${each(({ id, label }) => `<li data-id="${id}">${label}</li>`, ids)}</ul>`;

  it('statuses nobody knows', () => {
    expect(foundIn(list('<li data-id="18">Umtausch (3)</li><li data-id="23">Garantie</li>'))).toEqual([
      ...allFound,
      '18 Umtausch',
      '23 Garantie',
    ]);
  });

  it('a renamed status keeps its own name', () => {
    const renamed = list(
      '<li data-id="8">Zurückgezogen</li>',
      entries.filter(({ id }) => id !== 8),
    );
    expect(foundIn(renamed)).toContain('8 Zurückgezogen');
  });

  it('Retoure at another id, which is not certain', () => {
    const other = list(
      '<li data-id="19">Retoure</li>',
      entries.filter(({ id }) => id !== 17),
    );
    expect(foundIn(other)).toContain('19 Retoure');
  });

  it.each([
    '<li data-id="99">Alle</li>',
    '<li data-id="0">Neu</li>',
    '<li data-id="-1">Neu</li>',
    '<li data-id="">Neu</li>',
    '<li data-id="77">-</li>',
    '<li data-id="77">bitte wählen</li>',
  ])('not %s', (extra) => {
    expect(idsIn(list(extra))).toEqual(allIds);
  });

  it('no captions of buttons', () => {
    const rows = each(
      ({ id, label }) =>
        `<li data-id="${id}">${label}</li><li><button data-id="${id}">Bearbeiten</button></li>`,
    );
    expect(foundIn(`<ul>${rows}<li data-id="18">Umtausch</li></ul>`)).toEqual([...allFound, '18 Umtausch']);
  });

  it('keeps the wording of the page', () => {
    const storno = list('<li data-id="8">Storno</li><li data-id="11">1. Mahnung (2)</li>', five);
    expect(foundIn(storno)).toEqual(expect.arrayContaining(['8 Storno', '11 1. Mahnung']));
  });

  it('a short list: three known, or two in an encoding that speaks of states', () => {
    expect(
      idsIn(`<ul>${each(({ id, label }) => `<li data-id="${id}">${label}</li>`, five.slice(2, 5))}</ul>`),
    ).toEqual([2, 3, 13]);
    expect(idsIn('<ul><li data-state="3">Bezahlt</li><li data-state="16">Im Fulfillment</li></ul>')).toEqual([
      3, 16,
    ]);
    expect(idsIn('<ul><li data-id="3">Bezahlt</li><li data-id="16">Im Fulfillment</li></ul>')).toEqual([]);
  });

  it('badges spread over the rows of a grid', () => {
    const rows = each(
      ({ id, label }, index) =>
        `<tr data-id="${90_000 + index}"><td>${index}</td><td><span class="label label-state${id}">${label}</span></td></tr>`,
    );
    expect(idsIn(`<table>${rows}${rows}</table>`)).toEqual(allIds);
  });
});

describe('disagreements', () => {
  const list = (pairs: readonly [number, string][]) =>
    `<ul>${pairs.map(([id, label]) => `<li data-id="${id}">${label}</li>`).join('')}</ul>`;
  const known = five.map(({ id, label }): [number, string] => [id, label]);

  it('two names for one id', () => {
    const finding = findStatuses(
      page(list([...known, [18, 'Umtausch']]) + list([...known, [18, 'Garantie']])),
    );
    expect(finding.disagreements).toEqual([{ id: 18, labels: ['Umtausch', 'Garantie'] }]);
    expect(finding.statuses.map(({ id }) => id)).toEqual(fiveIds);
  });

  it('two ids for one name', () => {
    const finding = findStatuses(
      page(list([...known, [18, 'Umtausch']]) + list([...known, [19, 'Umtausch']])),
    );
    expect(finding.disagreements).toEqual([
      { id: 18, labels: ['Umtausch'] },
      { id: 19, labels: ['Umtausch'] },
    ]);
  });

  it('a list that contradicts what is known in one place', () => {
    const swapped = known.map(([id, label]): [number, string] => [label === 'Bezahlt' ? 4 : id, label]);
    const finding = findStatuses(page(list(known) + list([...swapped, [8, 'Storniert']])));
    expect(finding.disagreements).toEqual([
      { id: 3, labels: ['Bezahlt'] },
      { id: 4, labels: ['Bezahlt'] },
    ]);
    expect(finding.statuses.map(({ id }) => id)).toEqual([1, 2, 8, 13, 14, 16]);
  });

  it('none between wordings of one status, or a shortened text', () => {
    const full = list([...known, [8, 'Storniert'], [15, 'Zahlungserinnerung'], [18, 'Umtausch läuft']]);
    const short = list([...known, [8, 'Storno'], [15, 'Zahlungserinn…'], [18, 'Umtausch…']]);
    const finding = findStatuses(page(short + full));
    expect(finding.disagreements).toEqual([]);
    expect(finding.statuses.filter(({ id }) => [8, 15, 18].includes(id)).map(({ label }) => label)).toEqual([
      'Storno',
      'Zahlungserinnerung',
      'Umtausch läuft',
    ]);
  });
});

describe('hostile pages', () => {
  const list = `<ul>${each(({ id, label }) => `<li data-id="${id}">${label}</li>`)}</ul>`;

  it('names that shadow the properties of forms and of the document', () => {
    const names = [
      'firstElementChild',
      'nextElementSibling',
      'getAttribute',
      'attributes',
      'parentNode',
      'childNodes',
      'querySelector',
      'localName',
      'documentElement',
      'body',
      'shadowRoot',
      '__proto__',
      'constructor',
    ];
    const body = `${names.map((name) => `<img name="${name}">`).join('')}<form id="f">${names.map((name) => `<input name="${name}" id="${name}">`).join('')}${list}</form>`;
    expect(idsIn(body)).toEqual(allIds);
  });

  it('labels with markup stay text', () => {
    const [status] = findStatuses(
      page(
        `<ul>${each(({ id, label }) => `<li data-id="${id}">${label}</li>`)}<li data-id="18">&lt;img src=x onerror=alert(1)&gt;</li></ul>`,
      ),
    ).statuses.filter(({ id }) => id === 18);
    expect(status?.label).toBe('<img src=x onerror=alert(1)>');
  });

  it('a grid of thousands of rows, with lists before, after and in its rows', () => {
    const row = (index: number) => `<tr data-id="${100_000 + index}"><td>${index}</td><td>Bezahlt</td></tr>`;
    const grid = `<div class="x">${list}<table><tbody>${Array.from({ length: 3_000 }, (_, index) => row(index)).join('')}</tbody></table></div>`;
    const finding = findStatuses(page(grid));
    expect(finding.statuses.map(({ id }) => id)).toEqual(allIds);
    expect(finding.truncated).toBe(false);
    const flat = `${'<div class="row" data-id="4711">Bezahlt</div>'.repeat(3_000)}${list}`;
    expect(idsIn(flat)).toEqual(allIds);
  });

  it('too many options are not read to their end, and that is said', () => {
    const finding = findStatuses(
      page(`<select>${'<option value="99">Shop</option>'.repeat(1_200)}</select>${list}`),
    );
    expect(finding.truncated).toBe(true);
    expect(finding.statuses.map(({ id }) => id)).toEqual(allIds);
  });

  it('elements nested thousands deep', () => {
    expect(() => idsIn(`${'<b>'.repeat(600)}3${'</b>'.repeat(600)}${list}`)).not.toThrow();
  });

  it('gives the statuses in the order of their ids', () => {
    expect(idsIn(list)).not.toEqual(workflow);
    expect(idsIn(list)).toEqual(allIds);
  });
});

describe('a list that says it is longer than what the page holds of it', () => {
  const options = (size: number, count = 16) =>
    each(
      ({ id, label }, index) =>
        `<div role="option" data-id="${id}" aria-setsize="${size}" aria-posinset="${index + 1}">${label}</div>`,
      entries.slice(0, count),
    );
  const lengthIn = (body: string) => findStatuses(page(body)).declaredLength;

  it.each([
    ['of so many options', `<div role="listbox">${options(40)}</div>`, 40],
    [
      'of options in wrappers',
      `<div>${each(({ id, label }) => `<div><a data-id="${id}" aria-setsize="99">${label}</a></div>`)}</div>`,
      99,
    ],
    ['of an unknown number', `<div role="listbox">${options(-1, 9)}</div>`, -1],
    ['that is all there', `<div role="listbox">${options(16)}</div>`, undefined],
    [
      'with an entry for all of them',
      `<div role="listbox"><div role="option" aria-setsize="17">Alle</div>${options(17)}</div>`,
      undefined,
    ],
    [
      'of rows',
      `<table aria-rowcount="30"><tr><th>Status</th></tr>${each(({ id, label }) => `<tr data-id="${id}"><td>${label}</td></tr>`)}</table>`,
      30,
    ],
    [
      'of all rows',
      `<table aria-rowcount="17"><tr><th>Status</th></tr>${each(({ id, label }) => `<tr data-id="${id}"><td>${label}</td></tr>`)}</table>`,
      undefined,
    ],
    [
      'inside a row of a grid',
      `<div role="grid" aria-rowcount="51"><div role="row"><ul>${each(({ id, label }) => `<li><a data-stateid="${id}">${label}</a></li>`)}</ul></div></div>`,
      undefined,
    ],
    [
      'under an entry of another list',
      `<ul><li aria-setsize="7"><ul>${each(({ id, label }) => `<li data-id="${id}">${label}</li>`)}</ul></li></ul>`,
      undefined,
    ],
    [
      'beside a whole one',
      `<div role="listbox">${options(40)}</div><select>${each(({ id, label }) => `<option value="${id}">${label}</option>`)}</select>`,
      undefined,
    ],
  ])('%s', (_name, body, length) => {
    expect(lengthIn(body)).toBe(length);
  });
});
