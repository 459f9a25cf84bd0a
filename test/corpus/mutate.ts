import { corpus } from './index.js';
import type { PageCase } from './page-case.js';
import { pageOf } from './page-case.js';

/** Numbers between 0 and 1 that follow from the seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A change of a page that leaves what it says as it is. */
type Mutation = (document: Document, random: () => number) => void;

const pick = <Value>(list: readonly Value[], random: () => number): Value | undefined =>
  list[Math.floor(random() * list.length)];
const word = (random: () => number): string =>
  Array.from({ length: 4 + Math.floor(random() * 5) }, () => pick([...'abcdefghjklmnoprtuvwz'], random)).join(
    '',
  );
const elements = (document: Document): Element[] => [...document.body.querySelectorAll('*')];
const isPart = (element: Element): boolean =>
  /^(?:script|style|template|noscript|option|optgroup|select|svg|path|title|tr|td|th|tbody|thead|table|datalist|font|g|text|col)$/.test(
    element.localName,
  );

/** `data-id` becomes `data-kuvor`: authors call attributes what they like. */
const renameDataAttributes: Mutation = (document, random) => {
  const names = new Map<string, string>();
  for (const element of elements(document)) {
    for (const name of element.getAttributeNames()) {
      // What a name says (an index, a state, a handler, a label) stays said.
      if (!/^data-(?:id|k|v|key|value|x\w*)$/.test(name)) continue;
      const fresh = names.get(name) ?? `data-${word(random)}`;
      names.set(name, fresh);
      element.setAttribute(fresh, element.getAttribute(name) ?? '');
      element.removeAttribute(name);
    }
  }
};

/** Other class names without numbers, and more of them. */
const addClasses: Mutation = (document, random) => {
  for (const element of elements(document)) {
    if (random() < 0.4)
      element.setAttribute('class', `${element.getAttribute('class') ?? ''} ${word(random)}`.trim());
  }
};

/** Wrappers around whole parts of the page. */
const wrapBody: Mutation = (document, random) => {
  for (let depth = Math.floor(random() * 6); depth >= 0; depth -= 1) {
    const wrapper = document.createElement(pick(['div', 'section', 'main', 'bb-panel'], random) ?? 'div');
    wrapper.append(...document.body.childNodes);
    document.body.append(wrapper);
  }
};

/** A span or two around the text of entries. */
const wrapTexts: Mutation = (document, random) => {
  const tag = pick(['span', 'b', 'font', 'bdi'], random) ?? 'span';
  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const parent = text.parentElement;
    if (!parent || text.data.trim() === '' || (isPart(parent) && !/^t[dh]$/.test(parent.localName))) continue;
    const wrapper = document.createElement(tag);
    text.replaceWith(wrapper);
    wrapper.append(text);
  }
};

const inline = /^(?:[abi]|bdi|em|font|mark|span|strong)$/;
const isAlone = (node: Node | null): boolean => node?.parentNode?.childNodes.length === 1;

/** Line breaks and no-break spaces around labels. */
const addWhiteSpace: Mutation = (document, random) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (/^(?:script|style|noscript)$/.test(text.parentElement?.localName ?? '')) continue;
    // Inside a word a space would change it.
    let outer: Node | null = text;
    while (isAlone(outer) && inline.test(outer?.parentElement?.localName ?? ''))
      outer = outer?.parentElement ?? null;
    const isWhole = isAlone(outer);
    if (isWhole && /\p{L}/u.test(text.data) && random() < 0.5) text.data = `\n   ${text.data}\u00a0`;
  }
};

/** Entries of a list in another order; not of traps, whose order may be what gives them away. */
const reorder: Mutation = (document, random) => {
  for (const parent of document.body.querySelectorAll('ul,ol,select,datalist,optgroup')) {
    const children = [...parent.children];
    if (children.length < 5 || new Set(children.map(({ localName }) => localName)).size > 1) continue;
    for (const child of children) {
      if (random() < 0.5) parent.append(child);
    }
  }
};

const noise: readonly string[] = [
  '<select name="PaymentTypeId"><option value="1">Überweisung</option><option value="3">PayPal</option><option value="4">Bar</option></select>',
  '<select name="PageSize"><option>25</option><option>50</option><option>100</option></select>',
  '<ul class="shops"><li data-shop="1">Amazon</li><li data-shop="3">eBay</li><li data-shop="16">Otto</li></ul>',
  '<p class="col-3">Bezahlt</p>',
  '<nav><a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=3">3</a></nav>',
  '<script>var config={"Id":3,"Name":"DHL","Count":16}</script>',
  '<table><tr data-id="4711"><td>Bezahlt</td></tr><tr data-id="4712"><td>Versendet</td></tr></table>',
  '<h2>Status</h2>',
];

/** Things that stand on such pages beside a list. */
const addNoise: Mutation = (document, random) => {
  for (let count = Math.floor(random() * 4); count >= 0; count -= 1) {
    const { body } = new DOMParser().parseFromString(pick(noise, random) ?? '', 'text/html');
    // A parsed script does not run, here as in the corpus.
    if (random() < 0.5) document.body.append(...body.childNodes);
    else document.body.prepend(...body.childNodes);
  }
};

/** Comments, as frameworks leave them. */
const addComments: Mutation = (document, random) => {
  for (const element of elements(document)) {
    if (!isPart(element) && random() < 0.2) element.prepend(document.createComment(' ngIf: 3 '));
  }
};

const mutations: readonly Mutation[] = [
  renameDataAttributes,
  addClasses,
  wrapTexts,
  addWhiteSpace,
  addNoise,
  addComments,
  wrapBody,
];

/**
 * Pages of the corpus, each changed in up to four ways that leave its ids and labels as they are.
 *
 * @param seed the same seed gives the same pages
 */
export function mutatedPages(count: number, seed: number): PageCase[] {
  const random = randomNumbers(seed);
  const bases = Object.values(corpus)
    .flat()
    // A form that shadows the DOM's names would stop the mutations themselves.
    .filter(
      ({ body, later, prepare }) =>
        typeof body === 'string' && !body.includes('name="getAttribute"') && !later && !prepare,
    );
  return Array.from({ length: count }, (_, index) => {
    const base = pick(bases, random) as PageCase;
    const document = new DOMParser().parseFromString(pageOf(base), 'text/html');
    const isTrap = base.expected.length === 0;
    const chosen = mutations.filter(() => random() < 0.5);
    if (!isTrap && random() < 0.5) chosen.unshift(reorder);
    for (const mutate of chosen) mutate(document, random);
    return {
      ...base,
      name: `${base.name}, mutation ${index}: ${chosen.map(({ name }) => name).join(', ')}`,
      body: document.body.innerHTML,
    };
  });
}
