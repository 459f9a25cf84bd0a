const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  hellip: '…',
};

/**
 * Undoes escapes of JavaScript and HTML in a label.
 *
 * @example decodeLabel('Best\\u00e4tigt') // 'Bestätigt'
 */
export function decodeLabel(text: string): string {
  return text
    .replace(/\\+(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_all, long, short, plainly) =>
      plainly === undefined ? String.fromCharCode(Number.parseInt(long ?? short, 16)) : plainly,
    )
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,8}));/gi, (all, decimal, hexadecimal, name) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? all) : all;
      const code = Number.parseInt(decimal ?? hexadecimal, decimal === undefined ? 16 : 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    });
}
