import type { AttributeStrategy } from './strategy.js';

/** `<option value="3">`, also AngularJS' `number:3` and Angular's `3: 3`. */
export const selectOption: AttributeStrategy = {
  name: 'select-option',
  takes: (tag, attribute) => tag === 'option' && attribute === 'value',
};
