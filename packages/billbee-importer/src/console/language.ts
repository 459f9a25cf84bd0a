import type { Language } from 'importer-core/statuses';

/**
 * The language of everything the command says: German for a German locale, else English.
 *
 * @param env the environment; `LC_ALL`, `LC_MESSAGES` and `LANG` count in this sequence, as everywhere
 * @param systemLocale what the system says when none of them is set, e.g. `de-DE`
 * @example readLanguage({ LANG: 'de_DE.UTF-8' }, 'en-US') // 'de'
 */
export function readLanguage(
  env: Readonly<Record<string, string | undefined>>,
  systemLocale: string,
): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG'], systemLocale].find((value) => value);
  return /^de(?![a-z])/i.test(locale ?? '') ? 'de' : 'en';
}
