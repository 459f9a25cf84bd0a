import { each, type PageCase, page, statuses } from './page-case.js';

/** Check boxes, radio buttons and their labels. */
export const controls: readonly PageCase[] = [
  page(
    'Material checkboxes',
    'a running number in the element ids, the id in value',
    each(
      (id, label, index) =>
        `<mat-checkbox id="mat-checkbox-${index}"><div class="mdc-form-field"><div><input type="checkbox" id="mat-checkbox-${index}-input" value="${id}"></div><label for="mat-checkbox-${index}-input">${label}</label></div></mat-checkbox>`,
    ),
  ),
  page(
    'checkboxes in a table with two columns',
    'two entries share a row',
    `<table>${Array.from(
      { length: 8 },
      (_, row) =>
        `<tr>${each(
          (id, label) => `<td><input type="checkbox" name="states" value="${id}"></td><td>${label}</td>`,
          statuses.slice(row * 2, row * 2 + 2),
        )}</tr>`,
    ).join('')}</table>`,
  ),
  page(
    'radio buttons, text first',
    'the label stands before its field',
    `<fieldset>${each(
      (id, label) => `<label>${label} <input type="radio" name="orderStateId" value="${id}"></label>`,
    )}</fieldset>`,
  ),
  page(
    'label elements apart from their boxes',
    'only `for` ties label and field together',
    `<div>${each((id) => `<input type="checkbox" id="st${id}" value="on">`)}</div><div>${each(
      (id, label) => `<label for="st${id}">${label}</label>`,
    )}</div>`,
  ),
  page(
    'aria-labelledby',
    'the label lies before the field, without a label element',
    each(
      (id, label, index) =>
        `<p><span id="t-${index}x">${label}</span><input type="checkbox" name="st" value="${id}" aria-labelledby="t-${index}x"></p>`,
    ),
  ),
  page(
    'switches with aria-label only',
    'no text at all',
    `<div>${each(
      (id, label) => `<div role="menuitemcheckbox" aria-label="${label}" data-key="${id}"></div>`,
    )}</div>`,
  ),
  page(
    'check boxes',
    'the id as value, the label around',
    each(
      (id, label) => `<label><input type="checkbox" name="orderStateId[]" value="${id}"> ${label}</label>`,
    ),
  ),
  page(
    'value on',
    'the id is the end of the element id only',
    each(
      (id, label) =>
        `<p><input type="radio" name="s" id="chkState${id}" value="on"><label for="chkState${id}">${label}</label></p>`,
    ),
  ),
  page(
    'flat check boxes',
    'text behind each box, nothing around',
    each((id, label) => `<input type="checkbox" name="s" value="${id}"> ${label}<br>`),
  ),
  page(
    'table cells',
    'box, label and edit link in cells of their own',
    `<table><tbody>${each((id, label) => `<tr><td><input type="checkbox" value="${id}"></td><td>${label}</td><td><a href="/edit/${id}">Bearbeiten</a></td></tr>`)}</tbody></table>`,
  ),
  page(
    'labels in text fields',
    'a settings form: each name can be edited',
    `<table>${each((id, label) => `<tr><td><input name="states[${id}].Name" value="${label}"></td><td><button data-id="${id}">Löschen</button></td></tr>`)}</table>`,
  ),
  page(
    'ids and labels as text in cells',
    'a settings page shows the numbers themselves, each in a span',
    `<table><tr><th><span>ID</span></th><th><span>Name</span></th></tr>${each((id, label) => `<tr><td><span>${id}</span></td><td><span>${label}</span></td><td><span>${(id * 7) % 23}</span></td></tr>`)}</table>`,
  ),
];
