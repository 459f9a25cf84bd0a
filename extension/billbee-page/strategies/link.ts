import type { AttributeStrategy } from './strategy.js';

/** `href="/de/order?orderStateId=3"`, also the path `/de/order/state/3` and the fragment `#state=3`. */
export const link: AttributeStrategy = {
  name: 'link',
  takes: (_tag, attribute) => /href$|^formaction$/.test(attribute),
};
