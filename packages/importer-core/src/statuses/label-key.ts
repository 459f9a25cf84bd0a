/**
 * A label reduced to what it says: two spellings of one label have the same key. Case, spaces, punctuation and
 * underscores do not count; `ä`, `ae` and `a` are one, whether composed (NFC) or not (NFD); invisible characters
 * vanish.
 *
 * @example labelKey('Gelo\u0308scht') === labelKey(' GELOESCHT ') // both 'geloscht'
 */
export function labelKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/([aou])e/g, '$1');
}
