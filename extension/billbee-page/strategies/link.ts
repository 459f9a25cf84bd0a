import type { AttributeStrategy } from './strategy.js';

/** `href="/de/order?orderStateId=3"`, also the path `/de/order/state/3` and the fragment `#state=3`. */
export const link: AttributeStrategy = {
  name: 'link',
  texts(_tag, name, value) {
    return /^(?:xlink:)?href$|^formaction$|^routerlink$/.test(name) ? [`${name} ${value}`] : undefined;
  },
};
