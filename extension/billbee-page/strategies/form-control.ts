import type { AttributeStrategy } from './strategy.js';

/** `<input type="checkbox" value="3">`, radio and submit buttons; the id can also end the element's id or name. */
export const formControl: AttributeStrategy = {
  name: 'form-control',
  takes: (tag, attribute) => tag === 'input' && /^(?:value|id|name|ng-true-value)$/.test(attribute),
};
