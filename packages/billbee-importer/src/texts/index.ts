import type { Language } from 'importer-core/statuses';
import { de } from './de.js';
import { en } from './en.js';

/** Name of a text. */
export type TextKey = keyof typeof en;

/** Looks a text up in one language and fills in `{name}`. */
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The texts of one language.
 *
 * @example textsIn('en')('arg.sku') // 'SKU must not be empty.'
 */
export function textsIn(language: Language): Say {
  const texts: Readonly<Record<TextKey, string>> = language === 'de' ? de : en;
  return (key, values = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
