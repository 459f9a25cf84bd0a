import type { CandidateList } from './candidates.js';

/** `onclick="setState(3)"`, `ng-click`, `@click`, `data-bind="click: …"`. */
const handler = /^(?:data-|x-)?(?:on|ng-|v-on:|bind$|click)|action$|^[@(]/;

/** AngularJS' directives that hold a value or data, not a call. */
const noHandler = /ng-(?:value|reflect|init|model|repeat|bind)/;

/**
 * The way in which a list was read, reported as `foundBy`. Data in scripts and attributes is read as text, labels
 * included, and reported as `script-data` and `attribute-data`; a number that people see, as `visible-text`.
 *
 * @example strategyOf({ source: 'element', place: 'href', template: '/de/order?orderStateId=# 0' }) // 'link'
 */
export function strategyOf({
  source,
  place,
  template,
}: Pick<CandidateList, 'source' | 'place' | 'template'>): string {
  if (/-/.test(source)) return source;
  // `value="3"`, also AngularJS' `number:3` and Angular's `3: 3`.
  if (source === 'option' && place === 'value') return 'select-option';
  // Checkbox, radio, submit button; the id can also end the element's id or name.
  if (source === 'input' && /^(?:id|name)$|value$/.test(place)) return 'form-control';
  if (/^\s*javascript:/i.test(template) || (handler.test(place) && !noHandler.test(place)))
    return 'inline-handler';
  // The query `?orderStateId=3`, the path `/de/order/state/3`, the fragment `#state=3`.
  if (/href$|^formaction$/.test(place)) return 'link';
  // `id="orderstate_3"`, `class="label label-state3"`, `for="chkState3"`: each class by itself.
  if (/^(?:id|class|for|name)$/.test(place)) return 'id-or-class';
  // Any other name, also `value` on elements that are no form field.
  return 'data-attribute';
}
