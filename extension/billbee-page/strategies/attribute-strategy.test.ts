import { describe, expect, it } from 'vitest';
import { attributeStrategy } from './attribute-strategy.js';
import { neverAnId } from './never-an-id.js';

describe('attributeStrategy', () => {
  it.each([
    ['option', 'value', '3', 'select-option'],
    ['option', 'data-id', '3', 'data-attribute'],
    ['input', 'value', '3', 'form-control'],
    ['input', 'id', 'chkState3', 'form-control'],
    ['input', 'data-id', '3', 'data-attribute'],
    ['a', 'onclick', 'setState(3)', 'inline-handler'],
    ['a', 'ng-click', 'vm.setState(3)', 'inline-handler'],
    ['a', 'data-ng-click', 'vm.setState(3)', 'inline-handler'],
    ['a', 'v-on:click', 'set(3)', 'inline-handler'],
    ['a', '@click', 'set(3)', 'inline-handler'],
    ['a', 'data-bind', 'click: set.bind($data, 3)', 'inline-handler'],
    ['a', 'href', 'javascript:set(3)', 'inline-handler'],
    ['a', 'href', '/de/order?orderStateId=3', 'link'],
    ['li', 'id', 'orderstate_3', 'id-or-class'],
    ['li', 'class', 'state-3', 'id-or-class'],
    ['label', 'for', 'state_3', 'id-or-class'],
    ['li', 'value', '3', 'data-attribute'],
    ['li', 'ng-value', '3', 'data-attribute'],
    ['li', 'ng-reflect-value', '3', 'data-attribute'],
    ['li', 'whatever', '3', 'data-attribute'],
  ])('<%s %s="%s"> is read by %s', (tag, attribute, value, name) => {
    expect(attributeStrategy(tag, attribute, value)).toBe(name);
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
  ])('%s="%s"', (attribute, value) => {
    expect(neverAnId(attribute, value)).toBe(true);
  });

  it.each([
    ['data-id', '3'],
    ['data-order-state-id', '3'],
    ['value', 'number:3'],
    ['value', '3: 3'],
    ['id', 'orderstate_3'],
    ['data-state', '3'],
  ])('but %s="%s" may be one', (attribute, value) => {
    expect(neverAnId(attribute, value)).toBe(false);
  });
});
