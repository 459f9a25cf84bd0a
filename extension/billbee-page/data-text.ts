import { cleanStatusLabel, knownLabelId } from 'importer-core/statuses';
import type { CandidateList } from '../evidence/candidates.js';
import { addTo } from '../evidence/group-by.js';
import { toId } from './numbers-in.js';

/** Longer texts are read around the places where a status is named. */
const longestText = 100_000;
const margin = 4_000;
const mostParts = 10;
const mostEntries = 2_000;
/** An object with more numbers and texts than this is no status. */
const mostPairs = 100;

/** Some status is named here; cheap enough to ask of every script. */
const namesStatus =
  /order.?stat|bestell|bezahl|zahlung|versend|storn|mahnung|gepackt|fulfil|retour|ordered|shipped|packed|cancel/i;

/** `label[3] = 'Bezahlt'`, `case 3: return 'Bezahlt'` */
const assigned =
  /(?:\[["']?(\d{1,9})["']?\]\s{0,20}=|\bcase (\d{1,9}):\s{0,20}return)\s{0,20}("[^"\n]{0,100}"|'[^'\n]{0,100}')/g;
/** `State["Bezahlt"] = 3`, `State.Bezahlt = 3`, `const BEZAHLT = 3;` */
const assignedId =
  /(?:\[["']([^"'\n]{2,60})["']\]|\b([\p{L}_]{3,40}\d?))\s{0,20}=\s{0,20}(\d{1,9})(?=\s{0,20}[\],;)\n])/gu;

const token =
  /"(?:[^"\\\n]|\\.){0,300}"|'(?:[^'\\\n]|\\.){0,300}'|(?<![\w.-])-?\d+(?![\w.])|[\p{L}_$][\p{L}\w$.]{0,80}|[{}[\](),:;=]/gu;

/** An object, array or call that is being read. */
interface Frame {
  readonly object: boolean;
  /** The key whose value comes next, or the position in an array or call. */
  key: string | undefined;
  readonly ids: [place: string, id: number][];
  readonly texts: [place: string, text: string][];
  /** What it is the value of: `orderStates` in `var orderStates=[…]`. */
  readonly name: string;
  /** Lists whose entries lie in this frame, by the places of their ids and labels. */
  readonly lists: Map<string, [id: number, text: string][]>;
}

const frame = (object: boolean, name: string): Frame => ({
  object,
  name,
  key: object ? undefined : '0',
  ids: [],
  texts: [],
  lists: new Map(),
});

/**
 * The lists in every part of a text that names a status, one part at a time; nothing where no status is named.
 *
 * @param text of a script or an attribute, of any length
 */
export function* textsWith(text: string, source: string): Generator<CandidateList[]> {
  let from = 0;
  for (let part = 0; part < mostParts; part++) {
    const found = text.slice(from).search(namesStatus);
    if (found < 0) return;
    const start = text.length - from <= longestText ? from : Math.max(from, from + found - margin);
    yield listsInText(text.slice(start, start + longestText), source);
    // Parts overlap, so that a list on the border is whole in one of them.
    from = start + longestText - margin;
    if (start + longestText >= text.length) return;
  }
}

/**
 * Finds lists of ids and labels in JSON or in JavaScript's literals: `[{"Id":3,"Name":"Bezahlt"}]`,
 * `{"3":"Bezahlt"}`, `{Bezahlt: 3}`, `[[3,'Bezahlt']]`, `add(3, 'Bezahlt')`. Reads, never runs; takes one pass, so
 * its time grows with the text's length only.
 *
 * @param source `script-data` or `attribute-data`
 */
export function listsInText(text: string, source: string): CandidateList[] {
  const found: CandidateList[] = [];
  for (const [group, { lists, name }] of framesOf(prepared(text)).entries()) {
    for (const [place, pairs] of lists) {
      if (pairs.length < 2) continue;
      const entries = pairs.map(([id, label]) => ({
        id,
        label,
        known: knownLabelId(cleanStatusLabel(label)),
      }));
      found.push({ source, place, template: `${group}`, about: name, entries });
    }
  }
  return found;
}

function prepared(text: string): string {
  const plain = /\\"|&quot;/.test(text)
    ? text.replace(/(?<!\\)\\+"|&quot;/g, '"').replace(/"(?=[[{])|(?<=[\]}])"/g, '')
    : text;
  return plain
    .replace(assignedId, (_all, quoted, plainly, id) => `("${quoted ?? plainly}",${id})`)
    .replace(assigned, '($1$2,$3)');
}

/** Every frame of a text that holds entries of lists. */
function framesOf(code: string): Frame[] {
  let top = frame(false, '');
  let word = '';
  const outer: Frame[] = [];
  const done: Frame[] = [];
  let entries = 0;
  let pending: string | undefined;
  const add = ({ lists }: Frame, places: string, id: number, text: string): void => {
    if (entries++ < mostEntries) addTo(lists, places, [id, text]);
  };
  const value = (): void => {
    const { key } = top;
    const raw = pending;
    pending = undefined;
    if (top.object) top.key = undefined;
    if (!raw || !key) return;
    const text = unquote(raw);
    const id = toId(text);
    if (id) {
      top.ids.push([key, id]);
      if (top.object) add(top, 'value\nkey', id, key);
    } else if (raw !== text) {
      top.texts.push([key, text]);
      const keyId = top.object && toId(key);
      if (keyId) add(top, 'key\nvalue', keyId, text);
    }
  };
  const close = (): void => {
    value();
    const { ids, texts, lists } = top;
    if (lists.size > 0) done.push(top);
    top = outer.pop() ?? frame(false, '');
    const key = top.object ? top.key : undefined;
    // An entry alone in its wrapper, `add(new State(3, 'Bezahlt'))`, belongs to the list around it.
    for (const [places, [pair, second]] of lists) if (pair && !second) add(top, places, ...pair);
    if (ids.length * texts.length < mostPairs) {
      for (const [idPlace, id] of ids)
        for (const [place, text] of texts) add(top, `${idPlace}\n${place}`, id, text);
    }
    if (!key || texts.length > mostPairs) return;
    const keyId = toId(key);
    for (const [place, text] of texts) {
      if (keyId) add(top, `key\n${place}`, keyId, text);
      // A label in an object of its own, `{"Id":3,"Name":{"de":"Bezahlt"}}`, counts as the outer one's.
      else top.texts.push([`${key}.${place}`, text]);
    }
  };
  for (const [part] of code.matchAll(token)) {
    if ('{[('.includes(part)) {
      pending = undefined;
      outer.push(top);
      top = frame(part === '{', word);
    } else if ('}])'.includes(part)) {
      close();
    } else if (part === ':') {
      if (top.object && pending) top.key = unquote(pending);
      pending = undefined;
    } else if (part === ',') {
      value();
      if (!top.object) top.key = `${Number(top.key) + 1}`;
    } else {
      pending = part;
      if (/^[\p{L}"']/u.test(part)) word = part.slice(0, 40);
    }
  }
  for (let depth = outer.length; depth >= 0; depth--) close();
  return done;
}

function unquote(raw: string): string {
  return /^["']/.test(raw) ? raw.slice(1, -1) : raw;
}
