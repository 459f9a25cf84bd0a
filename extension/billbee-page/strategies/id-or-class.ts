import type { AttributeStrategy } from './strategy.js';

/** `id="orderstate_3"`, `class="label label-state3"`, `for="chkState3"`: each class by itself. */
export const idOrClass: AttributeStrategy = {
  name: 'id-or-class',
  takes: (_tag, attribute) => /^(?:id|class|for|name)$/.test(attribute),
};
