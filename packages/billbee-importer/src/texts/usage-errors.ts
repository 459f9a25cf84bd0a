/** Commander's words for a call that cannot be understood, and ours in German; `$1` is what was typed. */
const german: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.+)'$/gm, 'Den Schalter „$1“ gibt es nicht.'],
  [/^error: unknown command '(.+)'$/gm, 'Den Befehl „$1“ gibt es nicht.'],
  [/^error: missing required argument '(.+)'$/gm, 'Es fehlt: $1.'],
  [/^error: option '(.+)' argument missing$/gm, 'Hinter „$1“ fehlt der Wert.'],
  [/^error: required option '(.+)' not specified$/gm, 'Der Schalter „$1“ fehlt.'],
  [
    /^error: too many arguments(?: for '(.+)')?\. Expected (\d+) arguments? but got (\d+)(?:: .*)?\.$/gm,
    'Zu viele Angaben: erwartet $2, gegeben $3.',
  ],
  [/^\(Did you mean one of (.+)\?\)$/gm, '(Meinten Sie eines von $1?)'],
  [/^\(Did you mean (.+)\?\)$/gm, '(Meinten Sie $1?)'],
  [/^Usage: /gm, 'Aufruf: '],
];

/**
 * What is wrong with a call, in German.
 *
 * @param text as commander writes it
 * @example germanUsage("error: unknown command 'imprt'\n(Did you mean import?)\n") // 'Den Befehl „imprt“ gibt es nicht.\n(Meinten Sie import?)\n'
 */
export function germanUsage(text: string): string {
  return german.reduce((words, [english, ours]) => words.replace(english, ours), text);
}
