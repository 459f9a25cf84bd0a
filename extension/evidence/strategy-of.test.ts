import { describe, expect, it } from 'vitest';
import { neverAnId } from './judge.js';
import { strategyOf } from './strategy-of.js';

const template = (value: string) => `${value.replace(/\d+/g, '#')} 0`;

describe('strategyOf', () => {
  it.each([
    ['option', 'value', '3', 'select-option'],
    ['option', 'data-id', '3', 'data-attribute'],
    ['input', 'value', '3', 'form-control'],
    ['input', 'id', 'chkState3', 'form-control'],
    ['input', 'data-id', '3', 'data-attribute'],
    ['element', 'onclick', 'setState(3)', 'inline-handler'],
    ['element', 'ng-click', 'vm.setState(3)', 'inline-handler'],
    ['element', 'data-ng-click', 'vm.setState(3)', 'inline-handler'],
    ['element', 'v-on:click', 'set(3)', 'inline-handler'],
    ['element', '@click', 'set(3)', 'inline-handler'],
    ['element', 'data-bind', 'click: set.bind($data, 3)', 'inline-handler'],
    ['element', 'href', 'javascript:set(3)', 'inline-handler'],
    ['element', 'href', '/de/order?orderStateId=3', 'link'],
    ['element', 'id', 'orderstate_3', 'id-or-class'],
    ['element', 'class', 'state-3', 'id-or-class'],
    ['element', 'for', 'state_3', 'id-or-class'],
    ['element', 'value', '3', 'data-attribute'],
    ['element', 'ng-value', '3', 'data-attribute'],
    ['element', 'ng-reflect-value', '3', 'data-attribute'],
    ['element', 'whatever', '3', 'data-attribute'],
  ])('<%s %s="%s"> is read by %s', (source, place, value, name) => {
    expect(strategyOf({ source, place, template: template(value) })).toBe(name);
  });
});

describe('neverAnId', () => {
  it.each([
    ['style', 'top:3px'],
    ['data-index', '3'],
    ['data-original-index', '3'],
    ['aria-posinset', '3'],
    ['colspan', '3'],
    ['data-count', '3'],
    ['title', 'Bezahlt (3)'],
    ['value', 'object:57'],
    ['value', '2: Object'],
    ['id', 'mat-option-7'],
  ])('%s="%s"', (place, value) => {
    expect(neverAnId({ place, template: template(value) })).toBe(true);
  });

  it.each([
    ['data-id', '3'],
    ['data-order-state-id', '3'],
    ['value', 'number:3'],
    ['value', '3: 3'],
    ['id', 'orderstate_3'],
    ['data-state', '3'],
  ])('but %s="%s" may be one', (place, value) => {
    expect(neverAnId({ place, template: template(value) })).toBe(false);
  });
});
