import type { AttributeStrategy } from './strategy.js';

/**
 * `<input type="checkbox" name="orderStateId" value="3">` and radio buttons; other fields hold what a person
 * entered, hidden ones belong to the entry around them. The name tells filters apart that stand side by side.
 */
export const formControl: AttributeStrategy = {
  name: 'form-control',
  texts(tag, name, value, other) {
    if (tag !== 'input') return undefined;
    if (name === 'value' || name === 'ng-true-value') {
      return [`${other('type')} ${other('name').replace(/\d+/g, '*')} ${value}`];
    }
    return name === 'id' || name === 'name' ? [`${name} ${value}`] : undefined;
  },
};
