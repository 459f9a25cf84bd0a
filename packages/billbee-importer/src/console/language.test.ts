import { expect, it } from 'vitest';
import { readLanguage } from './language.js';

it.each([
  [{ LANG: 'de_DE.UTF-8' }, 'en-US', 'de'],
  [{ LANG: 'de' }, 'en-US', 'de'],
  [{ LANG: 'de_AT@euro' }, 'en-US', 'de'],
  [{ LANG: 'en_GB.UTF-8' }, 'de-DE', 'en'],
  [{ LC_ALL: 'C', LANG: 'de_DE' }, 'de-DE', 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'de_CH', LANG: 'en_US' }, 'en-US', 'de'],
  [{ LANG: 'del' }, 'de-DE', 'en'],
  [{}, 'de-DE', 'de'],
  [{}, 'fr-FR', 'en'],
])('%j on a %s system is %s', (env, system, language) => {
  expect(readLanguage(env, system)).toBe(language);
});
