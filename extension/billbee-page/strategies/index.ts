import { dataAttribute } from './data-attribute.js';
import { formControl } from './form-control.js';
import { idOrClass } from './id-or-class.js';
import { inlineHandler } from './inline-handler.js';
import { link } from './link.js';
import { selectOption } from './select-option.js';
import type { AttributeStrategy } from './strategy.js';

/**
 * Every place in an element where an id can stand, first match wins. Ids in scripts and in attributes that hold
 * data are read by `script-data` and `attribute-data`, labels included.
 */
export const attributeStrategies: readonly AttributeStrategy[] = [
  selectOption,
  formControl,
  inlineHandler,
  link,
  idOrClass,
  dataAttribute,
];
