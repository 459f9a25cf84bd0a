import type { AttributeStrategy } from './strategy.js';

/** Positions, counts, sizes and looks: numbers that belong to the drawing, not to the status. */
const drawing =
  /^(?:style|src(?:set)?|d|points|viewbox|transform|colspan|rowspan|tabindex|(?:max|min)length|alt|placeholder)$|^_ng|^aria-|^ng-(?:repeat|model|init|options)|(?:index|idx|position|pos|count|total|badge|offset|level|order|sort|rank|size|page|width|height|title|label|name|text)$/;

/** `data-id="3"` and an attribute of any other name, also `value` on elements that are no form field. */
export const dataAttribute: AttributeStrategy = {
  name: 'data-attribute',
  texts(_tag, name, value) {
    return drawing.test(name) || /^object:|:\s*Object/i.test(value) ? [] : [`${name} ${value}`];
  },
};
