import { html } from 'hono/html';
import { counted, type Encoding, type ListedStatus, type Markup } from './encoding.js';

const FINISHED = new Set([4, 6, 7, 8, 9, 17]);

/** `<select name="OrderStateId">` with counts: the plainest filter there can be. */
export function filterSelect(statuses: readonly ListedStatus[]): Markup {
  return html`<select name="OrderStateId" id="statusFilter" aria-label="Status">
    <option value="">Alle</option>
    ${statuses.map((status) => html`<option value="${status.id}">${counted(status)}</option>`)}
  </select>`;
}

function optionSelect(
  head: Markup,
  statuses: readonly ListedStatus[],
  value: (status: ListedStatus, index: number) => string,
): Markup {
  return html`${head}<option value="">bitte wählen</option>
    ${statuses.map(
      (status, index) =>
        html`<option value="${value(status, index)}" label="${status.label}">${status.label}</option>`,
    )}
  </select>`;
}

const angularJsHead = (): Markup =>
  html`<select class="ng-pristine ng-valid" ng-model="vm.orderStateId" ng-options="s.id as s.name for s in vm.states" aria-label="Status">`;
const angularHead = (): Markup =>
  html`<select class="ng-untouched ng-valid" formcontrolname="state" aria-label="Status">`;

/** Encodings made of select elements. */
export const SELECTS: readonly Encoding[] = [
  {
    name: 'select',
    description: 'plain selects for filter and change',
    controls: (statuses) => ({
      filter: filterSelect(statuses),
      change: html`<select name="NewStateId" id="newState" aria-label="Neuer Status">
        <option value="0">Status ändern …</option>
        ${statuses.map((status) => html`<option value="${status.id}">&nbsp;${status.label} </option>`)}
      </select>`,
    }),
  },
  {
    name: 'select-multiple',
    description: 'multiple select with groups',
    controls: (statuses) => {
      const group = (finished: boolean, label: string): Markup =>
        html`<optgroup label="${label}">
          ${statuses
            .filter(({ id }) => FINISHED.has(id) === finished)
            .map((status) => html`<option value="${status.id}">${counted(status)}</option>`)}
        </optgroup>`;
      return {
        filter: html`<select name="OrderStateIds" multiple size="4" aria-label="Status">
          ${group(false, 'Offen')} ${group(true, 'Erledigt')}
        </select>`,
      };
    },
  },
  {
    name: 'angularjs',
    description: 'AngularJS select: value="number:3"',
    controls: (statuses) => ({
      filter: optionSelect(angularJsHead(), statuses, ({ id }) => `number:${id}`),
    }),
  },
  {
    name: 'angularjs-string',
    description: 'AngularJS select: value="string:3"',
    controls: (statuses) => ({
      filter: optionSelect(angularJsHead(), statuses, ({ id }) => `string:${id}`),
    }),
  },
  {
    name: 'angularjs-object',
    description: 'trap: AngularJS select over objects, value="object:57" is a running number',
    controls: (statuses) => ({
      filter: optionSelect(angularJsHead(), statuses, (_, index) => `object:${index + 55}`),
    }),
  },
  {
    name: 'angularjs-index',
    description: 'trap: AngularJS before 1.4, the value is an index',
    controls: (statuses) => ({
      filter: optionSelect(angularJsHead(), statuses, (_, index) => String(index)),
    }),
  },
  {
    name: 'angular',
    description: 'Angular ngValue: value="2: 3" is index and id',
    controls: (statuses) => ({
      filter: optionSelect(angularHead(), statuses, ({ id }, index) => `${index + 1}: ${id}`),
    }),
  },
  {
    name: 'angular-object',
    description: 'trap: Angular ngValue over objects, value="2: Object" holds no id',
    controls: (statuses) => ({
      filter: optionSelect(angularHead(), statuses, (_, index) => `${index + 1}: Object`),
    }),
  },
  {
    name: 'material',
    description: 'trap: Angular Material options, whose ids are running numbers',
    controls: (statuses) => ({
      filter: html`<div class="cdk-overlay-container"><div role="listbox" class="mat-mdc-select-panel">
        ${statuses.map(
          (status, index) =>
            html`<mat-option role="option" id="mat-option-${index + 4}" class="mat-mdc-option">
              <span class="mdc-list-item__primary-text">${status.label}</span>
            </mat-option>`,
        )}
      </div></div>`,
    }),
  },
];
