import type { AttributeStrategy } from './strategy.js';

const handler = /^(?:data-|x-)?(?:on|ng-|v-on:|bind$|action$|click)|^[@(]|^jsaction$/;

/** Frameworks' directives that hold a value or data, not a call. */
const noHandler = /ng-(?:value|reflect|init|model|repeat|options|class|bind)/;

/** `onclick="setState(3)"`, `ng-click`, `@click`, `href="javascript:changeState(3)"`. */
export const inlineHandler: AttributeStrategy = {
  name: 'inline-handler',
  texts(_tag, name, value) {
    if (/^(?:xlink:)?href$|^formaction$/.test(name)) {
      return /^\s*javascript:/i.test(value) ? [`${name} ${value}`] : undefined;
    }
    return handler.test(name) && !noHandler.test(name) ? [`${name} ${value}`] : undefined;
  },
};
