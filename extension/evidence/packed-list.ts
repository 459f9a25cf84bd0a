import { isStatusId, knownLabelId } from 'importer-core/statuses';
import type { Candidate } from './candidates.js';
import { decodeLabel } from './decode-label.js';

const mostSeparators = 12;
const fewest = 3;
/** Longer parts hold more than an id and a label. */
const longestPart = 160;

/** What stands between letters and numbers. */
const between = /[^\p{L}\p{N}]{1,6}/gu;
const idFirst = /^[^\p{L}\p{N}]{0,4}(\d{1,9})([^\p{L}\p{N}]{1,6})(.+)$/su;
const labelFirst = /^[^\p{L}\p{N}]{0,4}(.+?)([^\p{L}\p{N}]{1,6})(\d{1,9})[^\p{L}\p{N}]{0,3}$/su;
/** `states=` before the first entry. */
const nameBefore = /^[\p{L}_-]{1,40}[=:](?=[^\p{L}]{0,2}\d)/u;
const startsWithLetter = /^[^\p{N}\p{L}]{0,4}\p{L}/u;
/** Prices and shares are no ids. */
const unit = /[€$£%]/;

type Pair = readonly [id: string, label: string];

/**
 * Reads a list that is written into one text as pairs in a notation of its own: `1:Bestellt|2:Bestätigt`,
 * `Bestellt=1;Bestätigt=2`, `[1]Bestellt[2]Bestätigt`, `1,Bestellt,2,Bestätigt`. The separators are those with which
 * the whole text comes apart into pairs.
 */
export function unpacked(raw: string): Candidate[] {
  const text = decoded(raw).trim();
  let best: readonly Pair[] = [];
  // `Bestellt:1` begins like a name too: what comes apart into more pairs is right.
  for (const whole of new Set([text, text.replace(nameBefore, '')])) {
    for (const separator of separatorsOf(whole)) {
      const parts = whole
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== '');
      for (const pairs of [pairsOf(parts, idFirst), pairsOf(parts, labelFirst), alternating(parts)]) {
        if (pairs.length > best.length) best = pairs;
      }
    }
  }
  const entries = best.map(([digits, label]) => ({ id: Number(digits), label }));
  return best.length < fewest ? [] : entries.filter(({ id }) => isStatusId(id));
}

function decoded(text: string): string {
  try {
    return decodeLabel(/%[\dA-F]{2}/i.test(text) ? decodeURIComponent(text) : text);
  } catch {
    return decodeLabel(text);
  }
}

/** What occurs often enough between letters and numbers, the most frequent first. */
function separatorsOf(text: string): string[] {
  const counts = new Map<string, number>();
  for (const [found] of text.matchAll(between)) {
    for (const each of new Set([found, found.trim(), ...found])) {
      if (each.trim() !== '' || each === '\n' || each === '\t') counts.set(each, (counts.get(each) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= fewest - 1)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostSeparators)
    .map(([separator]) => separator);
}

/** The pairs that the parts are; none when more than one part is no pair, or they are written differently. */
function pairsOf(parts: readonly string[], notation: RegExp): Pair[] {
  const pairs: Pair[] = [];
  let middle: string | undefined;
  for (const part of parts) {
    const [, first = '', mid = '', second = ''] = (part.length <= longestPart && notation.exec(part)) || [];
    const pair: Pair = notation === idFirst ? [first, withoutEnd(second)] : [second, first];
    if (!isLabel(pair[1]) || unit.test(part) || (middle ?? mid.trim()) !== mid.trim()) continue;
    middle = mid.trim();
    pairs.push(pair);
  }
  return parts.length - pairs.length <= 1 ? pairs : [];
}

/** The last entry of `(1,Bestellt)(2,Bestätigt)` keeps the bracket. */
const withoutEnd = (label: string): string =>
  /[([{<]/.test(label) ? label : label.replace(/[)\]}>]{1,3}$/, '');

/** `1,Bestellt,2,Bestätigt`: one separator for both. */
function alternating(parts: readonly string[]): Pair[] {
  const isNumber = (part = ''): boolean => /^\d{1,9}$/.test(part);
  const start = isNumber(parts[0]) ? 0 : 1;
  const pairs: Pair[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [id, label] = [parts[index + start], parts[index + 1 - start]];
    if (!id || !label || !isNumber(id) || !isLabel(label)) return [];
    pairs.push([id, label]);
  }
  return pairs;
}

/** `00 Bezahlt` is what a time of day leaves; `1. Mahnung` is a name. */
const isLabel = (text: string): boolean => startsWithLetter.test(text) || knownLabelId(text) !== undefined;
