/** `onclick="setState(3)"`, `ng-click`, `@click`, `data-bind="click: …"`. */
const handler = /^(?:data-|x-)?(?:on|ng-|v-on:|bind$|click)|action$|^[@(]/;

/** AngularJS' directives that hold a value or data, not a call. */
const noHandler = /ng-(?:value|reflect|init|model|repeat|bind)/;

/**
 * The place in an element where a number stands, reported as `foundBy`. Ids in scripts and in attributes that hold
 * data are read as texts, labels included, and reported as `script-data` and `attribute-data`.
 *
 * @param tag the element's local name, e.g. `option`
 * @param attribute the attribute's name, lower case, e.g. `data-id`
 * @param value the attribute's value; it holds a digit
 * @example attributeStrategy('a', 'href', '/de/order?orderStateId=3') // 'link'
 */
export function attributeStrategy(tag: string, attribute: string, value: string): string {
  // `value="3"`, also AngularJS' `number:3` and Angular's `3: 3`.
  if (tag === 'option' && attribute === 'value') return 'select-option';
  // Checkbox, radio, submit button; the id can also end the element's id or name.
  if (tag === 'input' && /^(?:id|name)$|value$/.test(attribute)) return 'form-control';
  if (/^\s*javascript:/i.test(value) || (handler.test(attribute) && !noHandler.test(attribute)))
    return 'inline-handler';
  // The query `?orderStateId=3`, the path `/de/order/state/3`, the fragment `#state=3`.
  if (/href$|^formaction$/.test(attribute)) return 'link';
  // `id="orderstate_3"`, `class="label label-state3"`, `for="chkState3"`: each class by itself.
  if (/^(?:id|class|for|name)$/.test(attribute)) return 'id-or-class';
  // Any other name, also `value` on elements that are no form field.
  return 'data-attribute';
}
