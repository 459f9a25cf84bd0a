import { cleanStatusLabel, matchStatusLabel } from 'importer-core/statuses';
import type { Candidate, CandidateList } from '../evidence.js';
import { addTo } from '../group-by.js';
import type { Labels } from '../label-of.js';

/** Longer texts are read around the places where a status is named. */
const longestText = 200_000;
const margin = 4_000;
const mostEntries = 5_000;
const deepest = 60;
/** An object with more numbers and texts than this is no status. */
const mostPairs = 100;

/** Some status is named here; cheap enough to ask of every script. */
export const namesStatus =
  /bestell|bezahl|zahlung|versend|reklam|storn|mahnung|gepackt|archiv|fulfil|retour|ordered|shipped|packed|cancel/i;

const token =
  /"(?:[^"\\\n]|\\.){0,300}"|'(?:[^'\\\n]|\\.){0,300}'|`[^`\\$]{0,300}`|(?<![\w.-])-?\d+(?![\w.])|[\p{L}_$][\p{L}\w$.]{0,80}|[{}[\](),:;=]/gu;

type Pair = [id: number, text: string];

interface Frame {
  readonly open: string;
  readonly numbers: Map<string, number>;
  readonly texts: Map<string, string>;
  /** Lists whose entries lie directly in this frame: by where the id stands, then by where the label stands. */
  readonly inside: Map<string, Map<string, Pair[]>>;
  key: string | undefined;
  position: number;
}

const frame = (open: string): Frame => ({
  open,
  numbers: new Map(),
  texts: new Map(),
  inside: new Map(),
  key: undefined,
  position: 0,
});

/**
 * Finds lists of ids and labels in JSON or in JavaScript's literals: `[{"Id":3,"Name":"Bezahlt"}]`,
 * `{"3":"Bezahlt"}`, `{Bezahlt: 3}`, `[[3,'Bezahlt']]`, `add(3, 'Bezahlt')`. Reads, never runs; takes one pass, so
 * its time grows with the text's length only.
 *
 * @param strategy reported as `foundBy`
 */
export function listsInText(text: string, strategy: string, labels: Labels): CandidateList[] {
  const lists: CandidateList[] = [];
  read(relevantPart(text), (idPlace, byLabelPlace) => {
    let best: Candidate[] = [];
    let bestScore = -1;
    for (const pairs of byLabelPlace.values()) {
      const entries = pairs.flatMap(([id, raw]) => {
        const label = cleanStatusLabel(decode(raw));
        return /\p{L}/u.test(label) ? [{ id, label, known: labels.known(label) }] : [];
      });
      // An object can hold several names for one id (`Name`, `ApiName`, `CssClass`): the one people read counts.
      const score = entries.reduce((sum, { label }) => sum + scoreOf(label), 0);
      if (score > bestScore) [best, bestScore] = [entries, score];
    }
    if (best.length > 1) lists.push({ strategy, encoding: idPlace, entries: best });
  });
  return lists;
}

function scoreOf(label: string): number {
  const match = matchStatusLabel(label);
  return match ? (match.exact ? 2 : 1) : 0;
}

function relevantPart(text: string): string {
  const unquoted = text.includes('\\"') || text.includes('&quot;') ? text.replace(/\\"|&quot;/g, '"') : text;
  if (unquoted.length <= longestText) return unquoted;
  const first = unquoted.search(namesStatus);
  return unquoted.slice(Math.max(0, first - margin), Math.max(0, first - margin) + longestText);
}

type Found = (idPlace: string, byLabelPlace: ReadonlyMap<string, Pair[]>) => void;

function read(code: string, found: Found): void {
  const stack: Frame[] = [frame('(')];
  let entries = 0;
  const add = (target: Frame, idPlace: string, labelPlace: string, id: number, text: string): void => {
    if (entries++ > mostEntries) return;
    const lists = target.inside.get(idPlace) ?? new Map<string, Pair[]>();
    target.inside.set(idPlace, lists);
    addTo(lists, labelPlace, [id, text]);
  };
  const report = (closed: Frame): void => {
    for (const [idPlace, lists] of closed.inside) found(idPlace, lists);
  };
  const close = (): void => {
    const closed = stack.pop();
    if (!closed) return;
    report(closed);
    const outer = stack[stack.length - 1];
    if (!outer) {
      stack.push(frame('('));
      return;
    }
    if (closed.numbers.size * closed.texts.size <= mostPairs) {
      for (const [idKey, id] of closed.numbers) {
        for (const [key, text] of closed.texts) add(outer, `${closed.open}${idKey}`, key, id, text);
      }
    }
    const outerId = asId(outer.key);
    if (closed.texts.size <= mostPairs) {
      for (const [key, text] of closed.texts) {
        if (outerId !== undefined) add(outer, 'key', key, outerId, text);
        // A label in an object of its own, `{"Id":3,"Name":{"de":"Bezahlt"}}`, counts as the outer one's.
        else if (outer.open === '{' && outer.key !== undefined) outer.texts.set(`${outer.key}.${key}`, text);
      }
    }
    outer.key = undefined;
  };

  let pending: string | undefined;
  const value = (raw: string): void => {
    const top = stack[stack.length - 1];
    if (!top) return;
    const key = top.open === '{' ? top.key : String(top.position);
    if (key === undefined) return;
    const plain = unquote(raw);
    const id = asId(plain);
    if (id !== undefined) {
      top.numbers.set(key, id);
      if (top.open === '{' && /\p{L}/u.test(key)) add(top, 'value', 'key', id, key);
    } else if (raw !== plain) {
      top.texts.set(key, plain);
      const keyId = asId(key);
      if (top.open === '{' && keyId !== undefined) add(top, 'key', 'value', keyId, plain);
    }
    if (top.open === '{') top.key = undefined;
  };
  const flush = (): void => {
    if (pending !== undefined) value(pending);
    pending = undefined;
  };
  for (const [part] of code.matchAll(token)) {
    const top = stack[stack.length - 1];
    if (part === ':' && top) {
      if (top.open === '{' && pending !== undefined) top.key = unquote(pending);
      pending = undefined;
    } else if (part === '{' || part === '[' || part === '(') {
      pending = undefined;
      if (stack.length < deepest) stack.push(frame(part));
    } else if (part === '}' || part === ']' || part === ')') {
      flush();
      close();
    } else if (part === ',') {
      flush();
      if (top) top.position++;
    } else if (part === ';' || part === '=') {
      pending = undefined;
    } else {
      pending = part;
    }
  }
  flush();
  while (stack.length > 1) close();
  if (stack[0]) report(stack[0]);
}

function unquote(raw: string): string {
  return /^["'`]/.test(raw) ? raw.slice(1, -1) : raw;
}

function asId(text: string | undefined): number | undefined {
  const digits = text && /^(?:number:|string:)?([1-9]\d{0,8})$/.exec(text);
  return digits ? Number(digits[1]) : undefined;
}

/** Undoes escapes of JavaScript and HTML in a label. */
function decode(text: string): string {
  const plain = text
    .replace(/\\u([\da-f]{4})|\\x([\da-f]{2})/gi, (_all, a, b) =>
      String.fromCharCode(Number.parseInt(a ?? b, 16)),
    )
    .replace(/\\(.)/g, '$1');
  if (!/&[#\w]+;/.test(plain)) return plain;
  return new DOMParser().parseFromString(plain.replace(/</g, '&lt;'), 'text/html').body.textContent ?? plain;
}
