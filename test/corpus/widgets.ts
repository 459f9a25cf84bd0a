import { each, type PageCase, page } from './page-case.js';

/** Widgets with a hidden original. */
export const widgets: readonly PageCase[] = [
  page(
    'Angular Material with ids in value and index in id',
    'a running number and a position beside the id',
    `<div class="cdk-overlay">${each(
      (id, label, index) =>
        `<mat-option id="mat-option-${index}" role="option" value="${id}" aria-posinset="${index + 1}"><mat-pseudo-checkbox></mat-pseudo-checkbox><span class="mdc-list-item__primary-text"> ${label} </span></mat-option>`,
    )}</div>`,
  ),
  page(
    'Select2 beside its hidden original',
    'the visible list carries running numbers',
    `<select class="select2-hidden-accessible">${each(
      (id, label) => `<option value="${id}">${label}</option>`,
    )}</select><ul>${each(
      (_id, label, index) =>
        `<li id="select2-st-result-x${index}-${index + 1}" data-select2-id="${index + 40}">${label}</li>`,
    )}</ul>`,
  ),
  page(
    'Kendo beside its hidden original',
    'the visible list carries an index',
    `<select style="display:none">${each(
      (id, label) => `<option value="${id}">${label}</option>`,
    )}</select><ul class="k-list">${each(
      (_id, label, index) => `<li tabindex="-1" data-offset-index="${index}">${label}</li>`,
    )}</ul>`,
  ),
  page(
    'bootstrap-multiselect, ids twice',
    'original and widget both carry the ids',
    `<select multiple>${each((id, label) => `<option value="${id}">${label}</option>`)}</select><ul>${each(
      (id, label) =>
        `<li><a tabindex="0"><label class="checkbox" title="${label}"><input type="checkbox" value="${id}"> ${label}</label></a></li>`,
    )}</ul>`,
  ),
  page(
    'selectize and a data-value',
    'a search hit is marked inside the label',
    `<div class="selectize-dropdown-content">${each(
      (id, label) =>
        `<div data-selectable class="option" data-value="${id}"><b>${label.slice(0, 2)}</b>${label.slice(2)}</div>`,
    )}</div>`,
  ),
  page(
    'selectpicker with original index',
    'the widget counts, the select knows',
    `<select style="display:none">${each((id, label) => `<option value="${id}">${label}</option>`)}</select><ul>${each((_id, label, index) => `<li data-original-index="${index}"><a><span class="text">${label}</span></a></li>`)}</ul>`,
  ),
  page(
    'Chosen',
    'data-option-array-index is a position',
    `<select class="chzn-done" style="display:none">${each((id, label) => `<option value="${id}">${label}</option>`)}</select><ul class="chzn-results">${each((_id, label, index) => `<li class="active-result" data-option-array-index="${index + 1}">${label}</li>`)}</ul>`,
  ),
  page(
    'ng-reflect in a development build',
    'only debug attributes hold the id',
    each(
      (id, label, index) =>
        `<mat-option id="mat-option-${index}" ng-reflect-value="${id}"><span>${label}</span></mat-option>`,
    ),
  ),
  page(
    'tag input',
    'chosen statuses as tags, each with a button to remove it',
    `<div class="tags">${each((id, label) => `<span class="tag" data-value="${id}">${label}<button aria-label="Entfernen">×</button></span>`)}</div>`,
  ),
];
