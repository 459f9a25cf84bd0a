import type { AttributeStrategy } from './strategy.js';

/** Ids that frameworks count up while they draw. */
const runningNumber = /^(?:mat|cdk|ui|ember|react|select2|ng|k|mdc|yui|ext|gwt|v|aria|radix|headlessui)[-_]/i;

/** `id="orderstate_3"`, `class="label label-state3"`, `for="chkState3"`: each class by itself. */
export const idOrClass: AttributeStrategy = {
  name: 'id-or-class',
  texts(_tag, name, value) {
    if (name === 'class') {
      if (!/\d/.test(value)) return [];
      return value
        .slice(0, 500)
        .split(/\s+/)
        .map((token) => `class ${token}`);
    }
    if (name !== 'id' && name !== 'for' && name !== 'name') return undefined;
    return runningNumber.test(value) ? [] : [`${name} ${value}`];
  },
};
