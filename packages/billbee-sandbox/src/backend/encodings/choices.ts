import { html } from 'hono/html';
import { counted, type Encoding, type ListedStatus, type Markup } from './encoding.js';

function choiceList(name: string, description: string, choice: (status: ListedStatus) => Markup): Encoding {
  return {
    name,
    description,
    controls: (statuses) => ({
      filter: html`<fieldset class="choices"><legend>Status</legend>${statuses.map(choice)}</fieldset>`,
    }),
  };
}

/** Encodings made of check boxes and radio buttons. */
export const CHOICES: readonly Encoding[] = [
  choiceList(
    'checkbox',
    'check boxes inside labels, the id as value',
    (status) =>
      html`<label><input type="checkbox" name="orderStateId" value="${status.id}"> ${counted(status)}</label>`,
  ),
  choiceList(
    'checkbox-array',
    'check boxes named orderStateId[], label through for',
    (status) =>
      html`<span><input type="checkbox" name="orderStateId[]" value="${status.id}" id="f${status.id}"> <label for="f${status.id}">${status.label}</label></span>`,
  ),
  choiceList(
    'checkbox-id',
    'check boxes with value "on", the id at the end of the element id',
    (status) =>
      html`<label><input type="checkbox" name="state" value="on" id="chkState${status.id}"> ${status.label}</label>`,
  ),
  choiceList(
    'radio',
    'radio buttons',
    (status) =>
      html`<label><input type="radio" name="OrderStateId" value="${status.id}"> ${status.label}</label>`,
  ),
];
