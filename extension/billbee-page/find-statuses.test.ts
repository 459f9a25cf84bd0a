import { describe, expect, it } from 'vitest';
import { findStatuses } from './find-statuses.js';
import { allFound, allIds, each, entries, foundIn, idsIn, page, workflow } from './page-for-tests.js';

const five = entries.slice(0, 6);
const fiveIds = five.map(({ id }) => id).sort((a, b) => a - b);

describe('encodings', () => {
  const menu = (item: (id: number, label: string, index: number) => string) =>
    `<ul class="dropdown-menu">${each(({ id, label }, index) => item(id, label, index))}</ul>`;
  const items: [string, (id: number, label: string, index: number) => string][] = [
    [
      'li data-id',
      (id, label) => `<li data-id="${id}"><a href="#"><i class="fa fa-2x"></i> ${label}</a></li>`,
    ],
    ...['data-id', 'data-state', 'data-value', 'data-orderstateid', 'data-newstateid', 'data-zustand'].map(
      (name): [string, (id: number, label: string) => string] => [
        name,
        (id, label) => `<li><a href="#" ${name}="${id}">${label}</a></li>`,
      ],
    ),
    ['icon holds the id', (id, label) => `<li><i data-id="${id}"></i>&nbsp;${label}</li>`],
    [
      'count in a badge',
      (id, label) => `<li data-id="${id}">${label} <span class="badge">${id * 7}</span></li>`,
    ],
    [
      'onclick',
      (id, label) => `<li><a href="javascript:void(0)" onclick="setState(${id})">${label}</a></li>`,
    ],
    ['onclick quoted', (id, label) => `<li><a onclick="orders.changeState('${id}', this)">${label}</a></li>`],
    ['javascript:', (id, label) => `<li><a href="javascript:changeState(${id});">${label}</a></li>`],
    ['two numbers', (id, label) => `<li><a onclick="changeState(4711, ${id})">${label}</a></li>`],
    ['index and id', (id, label, index) => `<li><a onclick="pick(${index}, ${id})">${label}</a></li>`],
    [
      'ng-click',
      (id, label) => `<li ng-repeat="s in vm.states"><a ng-click="vm.setState(${id})">${label}</a></li>`,
    ],
    ['ng-value', (id, label) => `<li><span ng-value="${id}">${label}</span></li>`],
    [
      'ng-reflect-value',
      (id, label, i) =>
        `<mat-option id="mat-option-${i}" ng-reflect-value="${id}"><span>${label}</span></mat-option>`,
    ],
    ['query', (id, label) => `<li><a href="/de/order?orderStateId=${id}">${label}</a></li>`],
    ['fragment', (id, label) => `<li><a href="#state=${id}">${label}</a></li>`],
    ['path', (id, label) => `<li><a href="/de/order/state/${id}">${label}</a></li>`],
    ['element id', (id, label) => `<li id="orderstate_${id}">${label}</li>`],
    ['class', (id, label) => `<li><span class="label label-state${id}">${label}</span></li>`],
    ['tooltip', (id, label) => `<li><i class="icon-state${id}" title="${label}"></i></li>`],
    [
      'checkbox',
      (id, label) =>
        `<li><label><input type="checkbox" name="orderStateId[]" value="${id}"> ${label}</label></li>`,
    ],
    [
      'radio, label for',
      (id, label) =>
        `<li><input type="radio" name="s" id="chkState${id}" value="on"><label for="chkState${id}">${label}</label></li>`,
    ],
    [
      'checkbox true',
      (id, label) =>
        `<li><input type="checkbox" id="state_${id}" value="true"><input type="hidden" value="false"> ${label}</li>`,
    ],
  ];
  it.each(items)('%s', (_name, item) => {
    expect(foundIn(menu(item))).toEqual(allFound);
  });

  it.each([
    ['plain', (id: number) => `${id}`],
    ['AngularJS number', (id: number) => `number:${id}`],
    ['AngularJS string', (id: number) => `string:${id}`],
    ['Angular primitive', (id: number, index: number) => `${index}: ${id}`],
  ])('options, %s', (_name, value) => {
    const options = each(
      ({ id, label }, index) => `<option value="${value(id, index)}"> ${label}&nbsp;(${id}2) </option>`,
    );
    expect(
      foundIn(`<select multiple style="display:none"><option value="">Alle</option>${options}</select>`),
    ).toEqual(allFound);
  });

  it('options in groups', () => {
    const options = (list: typeof entries) =>
      each(({ id, label }) => `<option value="${id}">${label}</option>`, list);
    const body = `<select><optgroup label="Offen">${options(entries.slice(0, 2))}</optgroup><optgroup label="Rest">${options(entries.slice(2))}</optgroup></select>`;
    expect(foundIn(body)).toEqual(allFound);
  });

  it('flat checkboxes in one element', () => {
    expect(
      foundIn(each(({ id, label }) => `<input type="checkbox" name="s" value="${id}"> ${label}<br>`)),
    ).toEqual(allFound);
  });

  it('cells of a table', () => {
    const rows = each(
      ({ id, label }) =>
        `<tr><td><input type="checkbox" value="${id}"></td><td>${label}</td><td><a href="/edit/${id}">Bearbeiten</a></td></tr>`,
    );
    expect(foundIn(`<table><tbody>${rows}</tbody></table>`)).toEqual(allFound);
  });

  it('templates, as elements and as text', () => {
    const list = each(({ id, label }) => `<li data-id="${id}">${label}</li>`);
    expect(idsIn(`<template><ul>${list}</ul></template>`)).toEqual(allIds);
    expect(idsIn(`<script type="text/template"><ul>${list}</ul></script>`)).toEqual(allIds);
  });

  it('open shadow roots', () => {
    const document = page('<div id="host"></div>');
    const shadow = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    const list = page(
      `<ul>${each(({ id, label }) => `<li data-id="${id}">${label}</li>`)}</ul>`,
    ).querySelector('ul');
    if (list) shadow?.append(list);
    const finding = findStatuses(document);
    expect(finding.statuses.map(({ id }) => id)).toEqual(allIds);
    expect(finding.shadows).toEqual([shadow]);
  });

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

describe('traps', () => {
  const options = (list: readonly [string | number, string][]) =>
    `<select>${list.map(([value, label]) => `<option value="${value}">${label}</option>`).join('')}</select>`;
  it.each([
    ['index of an AngularJS select', options(entries.map(({ label }, index) => [index, label]))],
    ['index from one', options(entries.map(({ label }, index) => [index + 1, label]))],
    [
      'index in the order of ids',
      options([...entries].sort((a, b) => a.id - b.id).map(({ label }, index) => [index + 1, label])),
    ],
    ['objects of AngularJS', options(entries.map(({ label, id }) => [`object:${id}`, label]))],
    ['objects of Angular', options(entries.map(({ label, id }) => [`${id}: Object`, label]))],
    [
      'running numbers of mat-option',
      each(({ id, label }) => `<mat-option id="mat-option-${id}" role="option">${label}</mat-option>`),
    ],
    [
      'index beside a hidden original',
      each(({ label }, index) => `<li data-original-index="${index}">${label}</li>`),
    ],
    [
      'payment types',
      options([
        [1, 'Banküberweisung'],
        [2, 'Nachnahme'],
        [3, 'PayPal'],
        [4, 'Barzahlung'],
        [22, 'Bezahlt'],
        [23, 'Rechnung'],
      ]),
    ],
    [
      'states of payment',
      options([
        [1, 'Offen'],
        [2, 'Teilbezahlt'],
        [3, 'Bezahlt'],
      ]),
    ],
    [
      'page sizes',
      options([
        [25, '25 Zeilen'],
        [50, '50 Zeilen'],
        [100, '100 Zeilen'],
      ]),
    ],
    [
      'shops',
      options([
        [1, 'Amazon'],
        [2, 'eBay'],
        [3, 'Shopify'],
        [4, 'Etsy'],
        [5, 'Otto'],
      ]),
    ],
    [
      'VAT modes',
      options([
        [0, 'Steuerpflichtig'],
        [1, 'UST-frei'],
        [2, 'Innergemeinschaftlich'],
        [3, 'Drittland'],
      ]),
    ],
    [
      'mail templates',
      options([
        [101, 'Bestellt'],
        [102, 'Versendet'],
        [103, 'Zahlungserinnerung'],
        [104, 'Retoure'],
        [105, 'Storniert'],
        [106, 'Mahnung 1'],
      ]),
    ],
    [
      'rows of orders',
      `<table>${each(({ label }, index) => `<tr data-id="${index + 1}"><td>${label}</td></tr>`)}</table>`,
    ],
    ['counts', each(({ label, id }) => `<li data-hits="${(id * 7) % 50}">${label}</li>`)],
    ['labels without ids', each(({ label }) => `<li><a ng-click="vm.setState(s.id)">${label}</a></li>`)],
    [
      'labels without ids in a script',
      `<script>var names=${JSON.stringify(entries.map(({ label }) => label))}</script>`,
    ],
    ['one number for all', each(({ label }) => `<li class="col-md-3" onclick="open(3)">${label}</li>`)],
    [
      'saved filters',
      each(({ label }, index) => `<li><a href="?orderStateIds=3,${index + 20}">${label}</a></li>`),
    ],
    ['an empty page', ''],
    ['labels in prose', '<p>3 Bezahlt, 4 Versendet, 16 Im Fulfillment</p>'],
  ])('%s', (_name, body) => {
    const finding = findStatuses(page(body));
    expect(finding.statuses).toEqual([]);
    expect(finding.disagreements).toEqual([]);
  });

  it('reads the right list among others with the same numbers', () => {
    const carriers = options([
      [1, 'DHL'],
      [3, 'DPD'],
      [20, 'UPS'],
      [21, 'GLS'],
    ]);
    const states = options(entries.map(({ id, label }) => [id, label]));
    const payment = '<ul><li data-id="3">Rechnung</li><li data-id="30">Bar</li></ul>';
    expect(foundIn(carriers + states + payment)).toEqual(allFound);
  });

  it('two lists in one element, written alike, count for what is known', () => {
    const both = `<ul>${each(({ id, label }) => `<li data-id="${id}">${label}</li>`)}<li data-id="3">PayPal</li><li data-id="30">Bar</li></ul>`;
    expect(idsIn(both)).toEqual(allIds);
  });

  it('a translated page: English is read, another language is not guessed', () => {
    const wrapped = (text: string) => `<font style="vertical-align: inherit;"><font>${text}</font></font>`;
    const english = each(
      ({ id }) =>
        `<li data-id="${id}">${wrapped({ 1: 'Ordered', 2: 'Confirmed', 3: 'Paid', 4: 'Shipped', 8: 'Cancelled', 13: 'Packed' }[id] ?? `Thing ${id}`)}</li>`,
    );
    expect(idsIn(`<ul>${english}</ul>`)).toEqual(expect.arrayContaining([1, 2, 3, 4, 8, 13]));
    const french = each(
      ({ id }) =>
        `<li data-id="${id}">${wrapped(['Payé', 'Expédié', 'Commandé'][id % 3] + 'é'.repeat(id))}</li>`,
    );
    expect(idsIn(`<ul>${french}</ul>`)).toEqual([]);
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
