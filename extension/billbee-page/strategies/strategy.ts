/** One place in an element where an id can stand. */
export interface AttributeStrategy {
  /** Reported as `foundBy`. */
  readonly name: string;
  /**
   * Whether this attribute is such a place.
   *
   * @param tag the element's local name, e.g. `option`
   * @param attribute the attribute's name, lower case, e.g. `data-id`
   * @param value the attribute's value; it holds a digit
   */
  takes(tag: string, attribute: string, value: string): boolean;
}
