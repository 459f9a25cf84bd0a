import { each, only, type PageCase, page, statuses } from './page-case.js';

/** Selects and data lists. */
export const selects: readonly PageCase[] = [
  page(
    'select in a cell of each row, many rows, one chosen',
    'a grid with an inline editor repeats the list in every row',
    `<table>${Array.from(
      { length: 30 },
      (_, row) =>
        `<tr data-id="${90_000 + row}"><td><select name="state[${90_000 + row}]">${each(
          (id, label, index) =>
            `<option value=${id}${index === row % 16 ? ' selected' : ''}>${label}</option>`,
        )}</select></td></tr>`,
    ).join('')}</table>`,
  ),
  page(
    'options with a title, a shortened text and a class',
    'widgets add classes with numbers that are no ids',
    `<select class="selectpicker">${each(
      (id, label) =>
        `<option class="opt-${id % 3}" title="${label}" value="${id}">${label.slice(0, 40)}</option>`,
    )}</select>`,
  ),
  page(
    'options in upper case behind an icon',
    'a mark before the label, another number in an attribute',
    `<select>${each((id, label) => `<option value="${id}" data-icon="fa-${id}x">● ${label}</option>`)}</select>`,
  ),
  page(
    'datalist',
    'suggestions of a text field',
    `<datalist id="states">${each((id, label) => `<option value="${id}">${label}</option>`)}</datalist>`,
  ),
  page(
    'datalist with label attributes',
    'the same, without any text',
    `<datalist>${each((id, label) => `<option value="${id}" label="${label}"></option>`)}</datalist>`,
  ),
  page(
    'plain select with counts',
    'the simplest page there is',
    `<select name="OrderStateId"><option value="">Alle</option>${each((id, label, _index) => `<option value="${id}"> ${label}&nbsp;(${id}2) </option>`)}</select>`,
  ),
  page(
    'AngularJS number',
    'AngularJS writes the type before the id',
    `<select>${each((id, label, _index) => `<option value="number:${id}"> ${label}&nbsp;(${id}2) </option>`)}</select>`,
  ),
  page(
    'AngularJS string',
    'the same for texts',
    `<select>${each((id, label, _index) => `<option value="string:${id}"> ${label}&nbsp;(${id}2) </option>`)}</select>`,
  ),
  page(
    'Angular primitive',
    'Angular writes the index before the id',
    `<select>${each((id, label, index) => `<option value="${index}: ${id}"> ${label}&nbsp;(${id}2) </option>`)}</select>`,
  ),
  page(
    'multiple and hidden',
    'a hidden select holds the values of a widget',
    `<select multiple style="display:none"><option value="">Alle</option>${each((id, label, _index) => `<option value="${id}"> ${label}&nbsp;(${id}2) </option>`)}</select>`,
  ),
  page(
    'option groups',
    'two groups in one select',
    `<select><optgroup label="Offen">${each((id, label) => `<option value="${id}">${label}</option>`, statuses.slice(0, 6))}</optgroup><optgroup label="Rest">${each((id, label) => `<option value="${id}">${label}</option>`, statuses.slice(6))}</optgroup></select>`,
  ),
  page(
    'three hundred shops before it',
    'the right select is not the first',
    `<select>${Array.from({ length: 300 }, (_, n) => `<option value="${1000 + n}">Shop ${n}</option>`).join('')}</select><select>${each((id, label) => `<option value="${id}">${label}</option>`)}</select>`,
  ),
  page(
    'only three',
    'a select for the status a rule sets',
    `<select>${each((id, label) => `<option value="${id}">${label}</option>`, only(3, 16, 4))}</select>`,
    only(3, 16, 4),
  ),
  page(
    'two, in a field that speaks of the state',
    'very short, but the name says what it is',
    `<select name="NewStateId">${each((id, label) => `<option value="${id}">${label}</option>`, only(3, 16))}</select>`,
    only(3, 16),
  ),
];
