import { describe, expect, it } from 'vitest';
import { findStatuses } from './find-statuses.js';
import { allFound, allIds, type Entry, each, entries, foundIn, idsIn, page } from './page-for-tests.js';

/** `{"Id":3,"Name":"Bezahlt"}` and the like for every status. */
const json = (write: (entry: Entry, index: number) => unknown) => JSON.stringify(entries.map(write));
const attributeText = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const ascii = (text: string) =>
  text.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
const apiNames: Record<number, string> = {
  2: 'Bestaetigt',
  3: 'Zahlung_erhalten',
  6: 'Geloescht',
  11: 'Mahnung',
};

describe('one list, as other pages might write it', () => {
  const pages: [string, string][] = [
    [
      'select in a cell of each row, many rows, one chosen',
      `<table>${Array.from(
        { length: 30 },
        (_, row) =>
          `<tr data-id="${90_000 + row}"><td><select name="state[${90_000 + row}]">${each(
            ({ id, label }, index) =>
              `<option value=${id}${index === row % 16 ? ' selected' : ''}>${label}</option>`,
          )}</select></td></tr>`,
      ).join('')}</table>`,
    ],
    [
      'options with a title, a shortened text and a class',
      `<select class="selectpicker">${each(
        ({ id, label }) =>
          `<option class="opt-${id % 3}" title="${label}" value="${id}">${label.slice(0, 40)}</option>`,
      )}</select>`,
    ],
    [
      'options in upper case behind an icon',
      `<select>${each(({ id, label }) => `<option value="${id}" data-icon="fa-${id}x">● ${label}</option>`)}</select>`,
    ],
    [
      'datalist',
      `<datalist id="states">${each(({ id, label }) => `<option value="${id}">${label}</option>`)}</datalist>`,
    ],
    [
      'datalist with label attributes',
      `<datalist>${each(({ id, label }) => `<option value="${id}" label="${label}"></option>`)}</datalist>`,
    ],
    [
      'menu within a menu',
      `<ul><li data-id="900">Status ändern<ul>${each(
        ({ id, label }) =>
          `<li data-id="${id}"><a><i class="fa fa-circle"></i><span>${label}</span></a></li>`,
      )}</ul></li><li data-id="901">Mitarbeiter<ul><li data-id="7">Anna</li><li data-id="8">Ben</li></ul></li></ul>`,
    ],
    [
      'menus grouped under headings, each with two or three entries',
      `<div class="menu">${[0, 3, 6, 9, 12]
        .map(
          (start) =>
            `<div class="group"><h6>Gruppe ${start}</h6><ul>${each(
              ({ id, label }) => `<li><a data-state-id="${id}">${label}</a></li>`,
              entries.slice(start, start === 12 ? 16 : start + 3),
            )}</ul></div>`,
        )
        .join('')}</div>`,
    ],
    [
      'buttons with name and value',
      each(({ id, label }) => `<button type="submit" name="NewStateId" value="${id}">${label}</button>`),
    ],
    [
      'submit inputs, the label in value, the id in formaction',
      each(({ id, label }) => `<input type="submit" formaction="/de/order/setstate/${id}" value="${label}">`),
    ],
    [
      'a form for each status',
      each(
        ({ id, label }) =>
          `<form action="/de/order/state"><input type="hidden" name="NewStateId" value="${id}"><button>${label}</button></form>`,
      ),
    ],
    [
      'onclick with quotes as entities and the label as argument',
      `<ul>${each(
        ({ id, label }) =>
          `<li><a onclick="setState(&quot;${id}&quot;, &quot;${label}&quot;); return false;">${label}</a></li>`,
      )}</ul>`,
    ],
    [
      'onclick with an object',
      `<ul>${each(
        ({ id, label }) => `<li onclick="post('/de/order', {NewStateId: ${id}, sendMail: 1})">${label}</li>`,
      )}</ul>`,
    ],
    [
      'onmousedown with three numbers',
      `<ul>${each(
        ({ id, label }, index) => `<li onmousedown="sel(2019, ${index}, ${id})">${label}</li>`,
      )}</ul>`,
    ],
    [
      'Knockout',
      `<ul>${each(
        ({ id, label }) => `<li><a data-bind="click: function(){ $root.setState(${id}) }">${label}</a></li>`,
      )}</ul>`,
    ],
    [
      'Vue',
      `<ul>${each(({ id, label }) => `<li v-on:click.prevent="pick(${id})" :key="${id}">${label}</li>`)}</ul>`,
    ],
    [
      'Angular Material with ids in value and index in id',
      `<div class="cdk-overlay">${each(
        ({ id, label }, index) =>
          `<mat-option id="mat-option-${index}" role="option" value="${id}" aria-posinset="${index + 1}"><mat-pseudo-checkbox></mat-pseudo-checkbox><span class="mdc-list-item__primary-text"> ${label} </span></mat-option>`,
      )}</div>`,
    ],
    [
      'Material checkboxes',
      each(
        ({ id, label }, index) =>
          `<mat-checkbox id="mat-checkbox-${index}"><div class="mdc-form-field"><div><input type="checkbox" id="mat-checkbox-${index}-input" value="${id}"></div><label for="mat-checkbox-${index}-input">${label}</label></div></mat-checkbox>`,
      ),
    ],
    [
      'checkboxes in a table with two columns',
      `<table>${Array.from(
        { length: 8 },
        (_, row) =>
          `<tr>${each(
            ({ id, label }) =>
              `<td><input type="checkbox" name="states" value="${id}"></td><td>${label}</td>`,
            entries.slice(row * 2, row * 2 + 2),
          )}</tr>`,
      ).join('')}</table>`,
    ],
    [
      'radio buttons, text first',
      `<fieldset>${each(
        ({ id, label }) => `<label>${label} <input type="radio" name="orderStateId" value="${id}"></label>`,
      )}</fieldset>`,
    ],
    [
      'label elements apart from their boxes',
      `<div>${each(({ id }) => `<input type="checkbox" id="st${id}" value="on">`)}</div><div>${each(
        ({ id, label }) => `<label for="st${id}">${label}</label>`,
      )}</div>`,
    ],
    [
      'aria-labelledby',
      each(
        ({ id, label }, index) =>
          `<p><span id="t-${index}x">${label}</span><input type="checkbox" name="st" value="${id}" aria-labelledby="t-${index}x"></p>`,
      ),
    ],
    [
      'switches with aria-label only',
      `<div>${each(
        ({ id, label }) => `<div role="menuitemcheckbox" aria-label="${label}" data-key="${id}"></div>`,
      )}</div>`,
    ],
    [
      'Select2 beside its hidden original',
      `<select class="select2-hidden-accessible">${each(
        ({ id, label }) => `<option value="${id}">${label}</option>`,
      )}</select><ul>${each(
        ({ label }, index) =>
          `<li id="select2-st-result-x${index}-${index + 1}" data-select2-id="${index + 40}">${label}</li>`,
      )}</ul>`,
    ],
    [
      'Kendo beside its hidden original',
      `<select style="display:none">${each(
        ({ id, label }) => `<option value="${id}">${label}</option>`,
      )}</select><ul class="k-list">${each(
        ({ label }, index) => `<li tabindex="-1" data-offset-index="${index}">${label}</li>`,
      )}</ul>`,
    ],
    [
      'bootstrap-multiselect, ids twice',
      `<select multiple>${each(({ id, label }) => `<option value="${id}">${label}</option>`)}</select><ul>${each(
        ({ id, label }) =>
          `<li><a tabindex="0"><label class="checkbox" title="${label}"><input type="checkbox" value="${id}"> ${label}</label></a></li>`,
      )}</ul>`,
    ],
    [
      'selectize and a data-value',
      `<div class="selectize-dropdown-content">${each(
        ({ id, label }) =>
          `<div data-selectable class="option" data-value="${id}"><b>${label.slice(0, 2)}</b>${label.slice(2)}</div>`,
      )}</div>`,
    ],
    [
      'links with other numbers in front',
      each(
        ({ id, label }) =>
          `<a href="/de/order?page=1&amp;pageSize=50&amp;orderStateId=${id}&amp;shop=">${label}</a>`,
      ),
    ],
    [
      'links with an array key',
      each(
        ({ id, label }) =>
          `<p><a href="/de/order?filter%5BorderStateId%5D=${id}">${label} <small>(${id * 9})</small></a></p>`,
      ),
    ],
    ['matrix parameters', each(({ id, label }) => `<a href="#/orders;state=${id};dir=asc">${label}</a> `)],
    [
      'routerLink',
      each(
        ({ id, label }) =>
          `<a routerlink="/order/state/${id}" ng-reflect-router-link="/order/state,${id}">${label}</a> `,
      ),
    ],
    ['element id in upper case', each(({ id, label }) => `<DIV ID="OrderState${id}">${label}</DIV>`)],
    ['class with leading zeros', each(({ id, label }) => `<div class="st st-0${id}">${label}</div>`)],
    [
      'two classes with numbers',
      each(({ id, label }, index) => `<div class="col-xs-${(index % 4) + 1} state${id}">${label}</div>`),
    ],
    [
      'definition list',
      `<dl>${each(({ id, label }) => `<dt data-status="${id}">${label}</dt><dd data-status="${id}">12 Bestellungen</dd>`)}</dl>`,
    ],
    [
      'badges before the label',
      `<ul>${each(({ id, label }) => `<li data-id="${id}"><span class="badge">${id * 3}</span> ${label}</li>`)}</ul>`,
    ],
    [
      'count and unit in elements of their own',
      `<ul>${each(({ id, label }) => `<li data-id="${id}"><span>${label}</span><span>${id * 11}</span></li>`)}</ul>`,
    ],
    [
      'counts with thousands',
      `<ul>${each(({ id, label }) => `<li data-id="${id}">${label} (1.0${id + 10})</li>`)}</ul>`,
    ],
    [
      'icon as ligature',
      `<ul>${each(({ id, label }) => `<li data-id="${id}"><i class="material-icons">check_circle</i> ${label}</li>`)}</ul>`,
    ],
    [
      'icon as svg with a title',
      `<ul>${each(
        ({ id, label }) =>
          `<li data-id="${id}"><svg><title>Symbol</title><path d="M${id} 3"></path></svg>${label}</li>`,
      )}</ul>`,
    ],
    [
      'text for screen readers beside the label',
      `<ul>${each(
        ({ id, label }) => `<li data-id="${id}"><span class="sr-only">Status:</span> ${label}</li>`,
      )}</ul>`,
    ],
    [
      'soft hyphens and no-break spaces',
      `<ul>${each(({ id, label }) => `<li data-id="${id}">\u00a0${label.replace('ung', '\u00adung')}\u00a0</li>`)}</ul>`,
    ],
    [
      'an open details element',
      `<details open><summary>Status</summary>${each(
        ({ id, label }) => `<p><output data-v="${id}">${label}</output></p>`,
      )}</details>`,
    ],
    [
      'script with a map of objects',
      `<script>window.S={${entries.map(({ id, label }) => `"${id}":{"n":"${label}","c":"#fff"}`).join()}};</script>`,
    ],
    [
      'script with escaped umlauts',
      `<script>var s=${ascii(json(({ id, label }) => ({ Id: id, Name: label })))}</script>`,
    ],
    [
      'script with entities',
      `<script>var s=${json(({ id, label }) => ({ Id: id, Name: label.replace('ä', '&auml;').replace('ö', '&ouml;') }))}</script>`,
    ],
    [
      'script with an API name before the name',
      `<script>var s=${json(({ id, label }) => ({ Type: 'OrderState', Code: apiNames[id] ?? label, Name: label, Id: id }))}</script>`,
    ],
    [
      'script with English names beside',
      `<script>var s=${json(({ id, label }) => ({ en: ['', 'Ordered', 'Confirmed', 'Paid', 'Shipped'][id] ?? label, id, de: label }))}</script>`,
    ],
    [
      'script with ids as texts',
      `<script>var s=${json(({ id, label }) => ({ Value: `${id}`, Text: label, Selected: false }))}</script>`,
    ],
    ['script with pairs', `<script>var s=${json(({ id, label }) => [id, label])}</script>`],
    ['script with a Map', `<script>const s=new Map(${json(({ id, label }) => [id, label])})</script>`],
    [
      'script with a switch',
      `<script>switch(s){${entries.map(({ id, label }) => `case ${id}: return "${label}";`).join('')}}</script>`,
    ],
    [
      'script that assigns one by one',
      `<script>var st={};${entries.map(({ id, label }) => `st[${id}]='${label}';`).join('')}</script>`,
    ],
    [
      'script with JSON in a text',
      `<script>var s=JSON.parse(${JSON.stringify(json(({ id, label }) => ({ id, label })))})</script>`,
    ],
    [
      'script with JSON in single quotes, umlauts escaped twice',
      `<script>var s=JSON.parse('${ascii(json(({ id, label }) => ({ id, label }))).replace(/\\/g, '\\\\')}')</script>`,
    ],
    [
      'state of a framework, nested',
      `<script type="application/json" id="ng-state">${JSON.stringify({ u: { id: 5, name: 'Anna' }, b: [{ body: { Data: entries.map(({ id, label }) => ({ Id: id, Name: label, Count: id * 2 })) } }] })}</script>`,
    ],
    [
      'data-source of a grid column',
      `<div data-columns="${attributeText(JSON.stringify([{ field: 'Id' }, { field: 'OrderStateId', values: entries.map(({ id, label }) => ({ text: label, value: id })) }]))}"></div>`,
    ],
    [
      'ng-init',
      `<div ng-init="states=[${attributeText(entries.map(({ id, label }) => `{id:${id},name:'${label}'}`).join())}]"></div>`,
    ],
    [
      'data-options of a popover, markup inside an attribute',
      `<a data-content="${attributeText(`<ul>${each(({ id, label }) => `<li data-id="${id}">${label}</li>`)}</ul>`)}">Status</a>`,
    ],
    [
      'x-data with double escapes',
      `<div x-data="${attributeText(JSON.stringify({ s: json(({ id, label }) => ({ id, label })) }))}"></div>`,
    ],
    [
      'template text inside a script with a type of its own',
      `<script type="text/x-handlebars-template"><select>${each(({ id, label }) => `<option value="${id}">${label}</option>`)}</select></script>`,
    ],
    [
      'noscript',
      `<noscript><select>${each(({ id, label }) => `<option value="${id}">${label}</option>`)}</select></noscript>`,
    ],
  ];

  it.each(pages)('%s', (_name, body) => {
    const finding = findStatuses(page(body));
    expect(finding.disagreements).toEqual([]);
    expect(finding.statuses.map(({ id, label }) => `${id} ${label.replace(/\u00ad/g, '')}`)).toEqual(
      allFound,
    );
    expect(finding.truncated).toBe(false);
  });
});

describe('labels as other pages might write them', () => {
  const list = (write: (entry: Entry) => string) =>
    `<ul>${each((entry) => `<li data-id="${entry.id}">${write(entry)}</li>`)}</ul>`;

  it.each([
    ['upper case', ({ label }: Entry) => label.toUpperCase()],
    [
      'upper case with ae and oe',
      ({ label }: Entry) => label.replace('ä', 'ae').replace('ö', 'oe').toUpperCase(),
    ],
    ['NFD', ({ label }: Entry) => label.normalize('NFD')],
    ['API names', ({ id, label }: Entry) => apiNames[id] ?? label.replace(' ', '_')],
    ['API names with spaces', ({ id, label }: Entry) => (apiNames[id] ?? label).replace('_', ' ')],
  ])('%s stay as they are', (_name, write) => {
    const expected = [...entries].sort((a, b) => a.id - b.id).map((entry) => `${entry.id} ${write(entry)}`);
    expect(foundIn(list(write))).toEqual(expected);
  });

  it.each([
    ['id in front', ({ id, label }: Entry) => `${id} - ${label}`],
    ['id in brackets', ({ id, label }: Entry) => `${label} (${id})`],
    ['id in square brackets', ({ id, label }: Entry) => `[${id}] ${label}`],
    ['bullet', ({ label }: Entry) => `• ${label}`],
    ['tick', ({ label }: Entry) => `✓ ${label}`],
    ['count with a word', ({ label }: Entry) => `${label} <em>(12 Stück)</em>`],
    [
      'Google Translate',
      ({ label }: Entry) =>
        `<font style="vertical-align: inherit;"><font style="vertical-align: inherit;">${label}</font></font>`,
    ],
    [
      'translated word by word',
      ({ label }: Entry) =>
        label
          .split(' ')
          .map((word) => `<font><font>${word} </font></font>`)
          .join(''),
    ],
    [
      'search hit marked',
      ({ label }: Entry) => `${label.slice(0, 1)}<mark>${label.slice(1, 3)}</mark>${label.slice(3)}`,
    ],
    ['shortcut behind', ({ id, label }: Entry) => `${label}<kbd>${id}</kbd>`],
    ['prefix before all', ({ label }: Entry) => `Status: ${label}`],
    ['arrow before all', ({ label }: Entry) => `→ ${label}`],
  ])('%s', (_name, write) => {
    expect(foundIn(list(write))).toEqual(allFound);
  });

  it('English words of the page', () => {
    const english: Record<number, string> = {
      1: 'Ordered',
      2: 'Confirmed',
      3: 'Paid',
      4: 'Shipped',
      5: 'Complaint',
      6: 'Deleted',
      7: 'Completed',
      8: 'Cancelled',
      9: 'Archived',
      13: 'Packed',
      14: 'Offered',
      16: 'In fulfillment',
      17: 'Return',
    };
    const body = `<ul>${Object.entries(english)
      .map(([id, label]) => `<li data-id="${id}">${label}</li>`)
      .join('')}</ul>`;
    expect(foundIn(body)).toEqual(Object.entries(english).map(([id, label]) => `${id} ${label}`));
  });

  it('some renamed, some own', () => {
    const own: Record<number, string> = {
      3: 'Geld ist da',
      13: 'Im Karton',
      16: 'Beim Lagerdienst',
      18: 'Prüfung',
      25: 'Sperre 2',
    };
    const all = [
      ...entries.filter(({ id }) => !own[id]),
      ...Object.entries(own).map(([id, label]) => ({ id: Number(id), label })),
    ];
    const body = `<select>${each(({ id, label }) => `<option value="${id}">${label} (3)</option>`, all)}</select>`;
    expect(foundIn(body)).toEqual(
      [...all].sort((a, b) => a.id - b.id).map(({ id, label }) => `${id} ${label}`),
    );
  });

  it('more own statuses than known ones, in an encoding that speaks of states', () => {
    const own = Array.from({ length: 14 }, (_, index) => ({
      id: 18 + index,
      label: `Schritt ${'abcdefghijklmn'[index]}`,
    }));
    const body = `<select name="orderStateId">${each(({ id, label }) => `<option value="${id}">${label}</option>`, [...entries, ...own])}</select>`;
    expect(idsIn(body)).toEqual([...allIds, ...own.map(({ id }) => id)]);
  });

  it('a select with only three statuses', () => {
    expect(
      foundIn(
        '<select><option value="3">Bezahlt</option><option value="16">Im Fulfillment</option><option value="4">Versendet</option></select>',
      ),
    ).toEqual(['3 Bezahlt', '4 Versendet', '16 Im Fulfillment']);
  });

  it('a select with two statuses whose name speaks of the state', () => {
    expect(
      foundIn(
        '<select name="NewStateId"><option value="3">Bezahlt</option><option value="16">Im Fulfillment</option></select>',
      ),
    ).toEqual(['3 Bezahlt', '16 Im Fulfillment']);
  });
});
