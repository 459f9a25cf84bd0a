/** What schemas (zod) say of values, which names no setting and no reader: the English is the key of the German. */
const german: Readonly<Record<string, string>> = {
  string: 'ein Text in Anführungszeichen',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste in eckigen Klammern',
  object: 'ein Objekt in geschweiften Klammern',
  record: 'ein Objekt in geschweiften Klammern',
};

/** What counts for a value that is too small or too large. */
const bounds: Readonly<Record<string, string>> = {
  '>': 'größer als',
  '>=': 'mindestens',
  '<': 'kleiner als',
  '<=': 'höchstens',
};

/**
 * What a schema expects, in German.
 *
 * @param words as zod says it, with or without its beginning (`Invalid input: expected …`)
 * @returns the words themselves where there are none for them
 * @example germanSchemaWords('one of "gross"|"net"') // '„gross“ oder „net“'
 */
export function germanSchemaWords(words: string): string {
  const text = words.replace(/^Invalid (?:input|option): /, '').replace(/^expected /, '');
  const [, wanted = text] = /^(.*), received \w+$/s.exec(text) ?? [];
  const known = german[wanted];
  if (known !== undefined) return known;
  const options = wanted.match(/"[^"]*"/g);
  if (options && /^(?:one of )?(?:"[^"]*"(?:\||, | or )?)+$/.test(wanted)) return anyOf(options);
  const [, bound = '', limit = '', unit = ''] =
    /^Too (?:small|big): expected \w+ to (?:be|have) ([<>]=?)(-?[\d.]+)(.*)$/.exec(wanted) ?? [];
  if (bound === '') return wanted;
  return `${bounds[bound]} ${limit}${unit.includes('item') ? ' Einträge' : unit.includes('character') ? ' Zeichen' : ''}`;
}

function anyOf(options: readonly string[]): string {
  const quoted = options.map((option) => `„${option.slice(1, -1)}“`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} oder ${last}`;
}
