import type { AttributeStrategy } from './strategy.js';

const handler = /^(?:data-|x-)?(?:on|ng-|v-on:|bind$|click)|action$|^[@(]/;

/** AngularJS' directives that hold a value or data, not a call. */
const noHandler = /ng-(?:value|reflect|init|model|repeat|bind)/;

/** `onclick="setState(3)"`, `ng-click`, `@click`, `href="javascript:changeState(3)"`. */
export const inlineHandler: AttributeStrategy = {
  name: 'inline-handler',
  takes: (_tag, attribute, value) =>
    /^\s*javascript:/i.test(value) || (handler.test(attribute) && !noHandler.test(attribute)),
};
