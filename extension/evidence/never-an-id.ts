import type { CandidateList } from './candidates.js';

/** Positions, counts, sizes and looks: numbers that belong to the drawing, not to the status. */
const drawing =
  /^(?:style|src|alt)$|^aria-|(?:index|idx|span|position|count|offset|order|sort|size|page|title|label)$/;

/** AngularJS numbers objects (`object:57`), Angular writes the index before them (`2: Object`). */
const numberedObject = /^object:|#: Object/;

/** Element ids that frameworks count up while they draw: `mat-option-7`. */
const counted = /^(?:mat|mdc|cdk|ng|ui)-/;

/**
 * Whether the numbers of a list are known to be no ids. Most such numbers fail on the evidence anyway; this keeps out
 * lists short enough to agree by chance.
 */
export function neverAnId({ place, template }: Pick<CandidateList, 'place' | 'template'>): boolean {
  return drawing.test(place) || numberedObject.test(template) || (place === 'id' && counted.test(template));
}
