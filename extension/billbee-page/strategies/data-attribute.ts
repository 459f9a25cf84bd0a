import type { AttributeStrategy } from './strategy.js';

/** `data-id="3"` and an attribute of any other name, also `value` on elements that are no form field. */
export const dataAttribute: AttributeStrategy = {
  name: 'data-attribute',
  takes: () => true,
};
