/**
 * The way of an order through its work, by status id. Not on it: complaint (5), deleted (6), cancelled (8), return (17), and
 * whatever an account adds: from there no report leads anywhere by itself.
 */
const way = [14, 1, 2, 15, 11, 12, 3, 16, 13, 4, 7, 9];

/**
 * The statuses that an order passes before another: what is reported for it moves it forward from these, never back.
 *
 * @param statusId id of a known order status on that way
 * @returns none for a status that is not on it
 * @example statusesBefore(3) // [14, 1, 2, 15, 11, 12]: paid moves an order forward from these only
 */
export function statusesBefore(statusId: number): readonly number[] {
  return way.slice(0, Math.max(0, way.indexOf(statusId)));
}
