import type { AttributeStrategy } from './strategy.js';

/** AngularJS numbers objects (`object:57`), Angular puts the index before them (`2: Object`): no ids. */
const madeByFramework = /^object:|:\s*(?:Object|\[object)/i;

/** `<option value="3">`, also AngularJS' `number:3` and Angular's `3: 3`. */
export const selectOption: AttributeStrategy = {
  name: 'select-option',
  texts(tag, name, value) {
    if (tag !== 'option' || name !== 'value') return undefined;
    return madeByFramework.test(value) ? [] : [`value ${value}`];
  },
};
