import type messages from '../_locales/en/messages.json';
import type { TextPort } from '../browser/browser-port.js';

/** A key of `_locales/<language>/messages.json`. */
export type MessageKey = keyof typeof messages;

/** The text of a key in the browser's language, with its placeholders filled in order. */
export type Translate = (key: MessageKey, ...substitutions: readonly (string | number)[]) => string;

/**
 * The view's texts, typed: a key that is in no messages file does not compile.
 *
 * @param text - the browser's own lookup, which picks the language
 * @example translator(browser.text)('copiedMany', 2, '3,16'); // '2 IDs kopiert: 3,16'
 */
export function translator(text: TextPort): Translate {
  return (key, ...substitutions) => text.message(key, substitutions.map(String));
}
