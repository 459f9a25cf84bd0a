import { webExtension } from '../browser/web-extension.js';
import { translator } from '../i18n/translate.js';

/** The texts, in the browser's language. */
export const t = translator({
  message: (key, substitutions) => webExtension.i18n.getMessage(key, [...substitutions]),
});
