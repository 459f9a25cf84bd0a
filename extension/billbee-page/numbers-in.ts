import { isStatusId } from 'importer-core/statuses';

/** A text with its numbers taken out: two entries of one list have the same template. */
export interface Numbers {
  /** The text with `#` for each number and without texts in quotes, e.g. `setState(#, #, "")`. */
  readonly template: string;
  /** One per number, in order; undefined where the number can be no status id (0, negative, too long). */
  readonly ids: readonly (number | undefined)[];
}

const number = /(?<![\w-])-\d+|\d+/g;
const quoted = /"[^"]*"|'[^']*'/g;
/** A label, as an argument beside the id; an id in quotes stays. */
const isLabel = /^.[^"'#]*\p{L}/u;
const longestText = 500;
const mostNumbers = 6;

/** The number a text is, when it can be a status id. */
export function toId(text: string): number | undefined {
  const id = Number(text);
  return isStatusId(id) ? id : undefined;
}

/**
 * Takes the numbers out of an attribute's value.
 *
 * @returns no ids when the text is too much to be one entry of a list
 * @example numbersIn('changeState(4711, 3)') // { template: 'changeState(#, #)', ids: [4711, 3] }
 */
export function numbersIn(text: string): Numbers {
  const ids: (number | undefined)[] = [];
  const template = text
    .slice(0, longestText)
    .replace(number, (found) => {
      ids.push(toId(found));
      return '#';
    })
    .replace(quoted, (found) => (isLabel.test(found) ? '""' : found));
  return { template, ids: text.length > longestText || ids.length > mostNumbers ? [] : ids };
}
