/** Positions, counts, sizes and looks: numbers that belong to the drawing, not to the status. */
const drawing =
  /^(?:style|src|alt)$|^aria-|(?:index|idx|span|position|count|offset|order|sort|size|page|title|label)$/;

/** AngularJS numbers objects (`object:57`), Angular writes the index before them (`2: Object`). */
const numberedObject = /^object:|: Object/;

/** Element ids that frameworks count up while they draw: `mat-option-7`. */
const counted = /^(?:mat|mdc|cdk|ng|ui)-/;

/**
 * Whether the numbers in an attribute are known to be no ids. Most such numbers fail on the evidence anyway; this
 * spares looking at them, and lists short enough to agree by chance.
 */
export function neverAnId(attribute: string, value: string): boolean {
  return drawing.test(attribute) || numberedObject.test(value) || (attribute === 'id' && counted.test(value));
}
