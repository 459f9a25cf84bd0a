import { type Control, isControl } from './controls.js';
import { matching, type Root } from './roots.js';

const words = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/**
 * What stands beside a field, the nearest kind of label first: ARIA, `<label>`, the cell before in the same table row, the
 * term of a definition list, the text right before it. Inside a custom element, also what stands beside that.
 */
export function labelsOf(field: Control): string[] {
  const labels: string[] = [];
  let at: Element | null = field;
  for (let depth = 0; at && depth < 5; depth += 1) {
    labels.push(...labelsBeside(at));
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return labels.filter(Boolean);
}

function labelsBeside(element: Element): string[] {
  const root = element.getRootNode() as Root;
  const referred = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const byReference = referred.map((id) => matching(root, `#${CSS.escape(id)}`)[0]?.textContent ?? '');
  const real = [...((element as Partial<HTMLInputElement>).labels ?? [])].map(
    ({ textContent }) => textContent,
  );
  return [byReference.join(' '), element.getAttribute('aria-label'), ...real, textBefore(element)].map(words);
}

/** The text before a field in its row: of the cell, the term, or the elements before it in its line. */
function textBefore(element: Element): string {
  let at: Element = element;
  for (let depth = 0; depth < 4; depth += 1) {
    const text = siblingsBefore(at);
    if (text !== undefined) return text;
    const parent = at.parentElement;
    // What is around a row, a list or a form belongs to all of its fields.
    if (!parent || /^(?:tr|dl|form|fieldset|table|tbody|body|ul|ol)$/.test(parent.localName)) return '';
    at = parent;
  }
  return '';
}

/** undefined when nothing is written before this element; '' when another field stands between. */
function siblingsBefore(element: Element): string | undefined {
  for (let node = element.previousSibling; node; node = node.previousSibling) {
    if (node instanceof Element && (isControl(node) || hasField(node))) return '';
    // A comment's text is nobody's label.
    const text = node instanceof Element || node instanceof Text ? words(node.textContent) : '';
    if (/[\p{L}\p{N}]/u.test(text)) return text;
  }
  return undefined;
}

const hasField = (element: Element): boolean =>
  element.querySelector('input:not([type=hidden]),select,textarea,button') !== null;

/** The headings a field stands below: of its fieldset or group, its table, and the heading row before it. */
export function headingsOf(field: Control): string[] {
  const group = field.closest('fieldset,[role=group]');
  const legend = group?.querySelector(':scope > legend');
  const named = group ? labelsBeside(group).slice(0, 2) : [];
  const caption = field.closest('table')?.querySelector('caption');
  return [legend?.textContent, ...named, caption?.textContent, headingRow(field)].map(words).filter(Boolean);
}

function headingRow(field: Control): string {
  for (let row = field.closest('tr')?.previousElementSibling; row; row = row.previousElementSibling) {
    if (!hasField(row)) return row.textContent ?? '';
  }
  return '';
}
