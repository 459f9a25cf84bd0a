/** Adds a value to the list a map keeps under a key. */
export function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * The keys that occur with more than one value.
 *
 * @example severalOf([[18, 'a'], [18, 'b'], [19, 'c']]) // Set { 18 }
 */
export function severalOf<Key, Value>(pairs: Iterable<readonly [Key, Value]>): Set<Key> {
  const first = new Map<Key, Value>();
  const several = new Set<Key>();
  for (const [key, value] of pairs) {
    if (!first.has(key)) first.set(key, value);
    else if (first.get(key) !== value) several.add(key);
  }
  return several;
}
