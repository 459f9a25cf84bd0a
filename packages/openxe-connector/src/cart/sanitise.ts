/**
 * Makes a text that OpenXE can store. OpenXE puts many values into SQL unescaped, and its database takes three bytes
 * per character, so:
 *
 * - an apostrophe becomes U+2019 and a backslash a slash (either would abort the whole import run),
 * - emoji go where other text remains; letters outside the BMP, and emoji that are all there is, become U+FFFD, one per
 *   run, so that somebody sees that something is missing,
 * - angle brackets become ‹ and ›, because OpenXE takes what is between them for HTML and removes it,
 * - control characters, invisible direction marks and halves of surrogate pairs go,
 * - line breaks become blanks, unless `lines` is set.
 *
 * @param most the longest text the column takes, in characters
 * @example sanitise("Zoë O'Brien <b> 🎁", { most: 255 }) // 'Zoë O’Brien ‹b›'
 */
export function sanitise(
  text: string,
  { most, lines = false }: { readonly most: number; readonly lines?: boolean },
): string {
  const hasText = /[\p{L}\p{N}]/u.test(text);
  const clean = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(lines ? /\t/g : /[\n\t]+/g, ' ')
    .replace(/\u200d|\ufe0e|\ufe0f/gu, '')
    .replace(/( ?)([\u{10000}-\u{10ffff}]+)/gu, (_, blank, run) =>
      !hasText || /\p{L}/u.test(run) ? `${blank}\ufffd` : '',
    )
    .replace(/(?!\n)[\p{Cc}\p{Surrogate}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    .replaceAll("'", '’')
    .replaceAll('\\', '/')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .trim();
  return clean.length > most ? `${clean.slice(0, most - 1).trimEnd()}…` : clean;
}
