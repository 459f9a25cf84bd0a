/** One place in an element where an id can stand. */
export interface AttributeStrategy {
  /** Reported as `foundBy`. */
  readonly name: string;
  /**
   * The texts of this attribute in which the id may be a number, each with all that tells one list from another;
   * undefined when the attribute belongs to another strategy, [] when it never holds an id.
   *
   * @param tag the element's local name, e.g. `option`
   * @param name the attribute's name, lower case, e.g. `data-id`
   * @param other reads another attribute of the same element, '' when it is missing
   */
  texts(
    tag: string,
    name: string,
    value: string,
    other: (name: string) => string,
  ): readonly string[] | undefined;
}
