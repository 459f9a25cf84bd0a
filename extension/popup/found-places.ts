import type { MessageKey, Translate } from '../i18n/translate.js';

const names: Readonly<Record<string, MessageKey>> = {};

/**
 * Where on the page an id was found, in words.
 *
 * @param foundBy - the strategies' names as the content script reports them; unknown ones stay as they are
 * @returns '' when nothing is known, as on the standard list
 */
export function foundPlaces(foundBy: readonly string[], t: Translate): string {
  const places = foundBy.map((way) => {
    const key = names[way];
    return key ? t(key) : way;
  });
  return [...new Set(places)].join(', ');
}
