import type { MessageKey, Translate } from '../i18n/translate.js';

const names: Readonly<Record<string, MessageKey>> = {
  'select-option': 'foundInList',
  'form-control': 'foundInForm',
  link: 'foundInLink',
  'data-attribute': 'foundInDataAttribute',
  'attribute-data': 'foundInAttributeData',
  'id-or-class': 'foundInElementId',
  'inline-handler': 'foundInHandler',
  'script-data': 'foundInScript',
};

/**
 * Where on the page an id was found, in words.
 *
 * @param foundBy - the strategies' names as the content script reports them; unknown ones stay as they are
 * @returns '' when nothing is known, as on the standard list
 */
export function foundPlaces(foundBy: readonly string[], t: Translate): string {
  const places = foundBy.map((way) => {
    const key = Object.hasOwn(names, way) ? names[way] : undefined;
    return key ? t(key) : way;
  });
  return [...new Set(places)].join(', ');
}
