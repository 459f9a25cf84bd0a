import { orderStatuses, orderStatusNames } from './order-statuses.js';

/** The known status a label stands for. */
export interface LabelMatch {
  readonly id: number;
  /** True when the text, without a count, is the standard German or English label letter by letter. */
  readonly exact: boolean;
}

/** Other names in use for the known statuses, in Billbee's screens, its documentation and its clients. */
const variants: Readonly<Record<number, readonly string[]>> = {
  4: ['Sent'],
  7: ['Completed'],
  8: ['Storno', 'Cancelled'],
  11: ['1. Mahnung', 'Demand note'],
  12: ['2. Mahnung'],
  15: ['Reminder'],
  17: ['Returned'],
};

const idByKey: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ orderStatusNames.flatMap((names, index) =>
    [...names, ...(variants[index + 1] ?? [])].map((name) => [labelKey(name), index + 1] as const),
  ),
);

/** Longer texts are no status labels; the limit keeps hostile pages cheap. */
const longestLabel = 100;

/**
 * The id of the known status with exactly this name or one of its variants; numbers in the text count as part
 * of the name.
 *
 * @example knownLabelId('1. Mahnung') // 11
 */
export function knownLabelId(text: string): number | undefined {
  if (text.length > longestLabel) return undefined;
  return idByKey.get(labelKey(text));
}

/** Marks and words that lists put before an entry. */
const leadingMark = /^(?:[\s\p{So}\p{Pd}\p{Pf}•·*→>]|status:)+/iu;
const countInBrackets = /[([{] ?\d[\d.,/ ]*[)\]}]$|^[([{] ?\d[\d.,/ ]*[)\]}]/g;
const numberBefore = /^\d[\d.]* ?[-:=–·]? ?/;
const numberBehind = /(?: |[-:–·] ?)\d[\d.]*$/;

/** Names that come with a number of their own: here a number cannot be told from a count, unless a mark parts them. */
const numberedName = /^(?:mahnung|demandnote|reminder|zahlungserinnerung)$/;
const partedNumber = /^\d+\s*[-:=–·]/;

/**
 * A label as the page shows it, without a count and without the white space around it. The wording stays:
 * `Storno` stays `Storno`. A bare number is taken for a count only beside a known label, so that `Mahnung 2` and
 * a merchant's own `Lager 2` keep theirs.
 *
 * @example cleanStatusLabel('  Bezahlt\u00a0(12) ') // 'Bezahlt'
 */
export function cleanStatusLabel(text: string): string {
  const plain = text
    .slice(0, 1000)
    .replace(/[\u200b-\u200d\u2060\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .replace(leadingMark, '')
    .trim();
  if (knownLabelId(plain)) return plain;
  const unbracketed = plain.replace(countInBrackets, '').trim() || plain;
  if (knownLabelId(unbracketed)) return unbracketed;
  const short = unbracketed.slice(0, longestLabel);
  const bare = short.replace(numberBefore.test(short) ? numberBefore : numberBehind, '').trim();
  const isCount = !numberedName.test(labelKey(bare)) || partedNumber.test(unbracketed);
  if (isCount && knownLabelId(bare)) return bare;
  return unbracketed;
}

/**
 * The known status a label stands for: standard names, variants (`Storno`, `1. Mahnung`, `Zahlung erhalten`),
 * API names (`Zahlung_erhalten`), English names, any case, umlaut spelling and Unicode form, with or without a
 * count (`Bezahlt (12)`).
 *
 * @param text a label as some page or person wrote it
 * @returns undefined when the text is no known status' name
 * @example matchStatusLabel('STORNO (4)') // { id: 8, exact: false }
 */
export function matchStatusLabel(text: string): LabelMatch | undefined {
  const label = cleanStatusLabel(text);
  const id = knownLabelId(label);
  if (id === undefined) return undefined;
  const known = orderStatuses.find((status) => status.id === id)?.label;
  const composed = label.normalize('NFC');
  return { id, exact: composed === known?.de || composed === known?.en };
}

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
