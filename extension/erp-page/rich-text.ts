import { settled } from './controls.js';
import { focusedElement } from './roots.js';

/** Text that an editor shows but that is none of its content: placeholders, widgets. */
const foreign = '[contenteditable=false],[data-slate-placeholder],style,script';

/** The text nodes that a person edits. */
function textNodes(field: HTMLElement): Text[] {
  const walker = field.ownerDocument.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement?.closest(foreign);
    if (!around || !field.contains(around) || around === field) found.push(walker.currentNode as Text);
  }
  return found;
}

/** The editor's text, without the invisible characters that editors put into empty lines, and blanks as blanks. */
export const textOf = (field: HTMLElement): string =>
  visible(
    textNodes(field)
      .map(({ data }) => data)
      .join(''),
  );

const visible = (text: string): string => text.replace(/[\u200B\u2060\uFEFF]/g, '').replace(/\u00A0/g, ' ');

/**
 * Inserts a text into rich text at its caret, or over all of it. Editors with a model of their own are asked, as by a
 * paste and then as by a key press: one that takes it prevents the browser's default, writes its model and renders. Only
 * where nobody takes it does the browser type the text. Nothing is ever written into an editor's elements: its model
 * would still hold the old text, or the text stood there twice.
 *
 * @param field - the editing host
 * @param whole - replace all of it
 * @returns the text that is meant to stand there afterwards
 */
export async function insertIntoRichText(field: HTMLElement, text: string, whole: boolean): Promise<string> {
  const { ownerDocument: document } = field;
  const selection = selectionIn(field);
  const before = textOf(field);
  field.focus({ preventScroll: true });
  if (!selection || placeCaret(field, selection, whole && before !== '')) await settled();
  const range = selectionIn(field)?.rangeCount ? selectionIn(field)?.getRangeAt(0) : undefined;
  const start = range ? lengthTo(field, range.startContainer, range.startOffset) : before.length;
  const end = range ? lengthTo(field, range.endContainer, range.endOffset) : before.length;
  const target = targetIn(field, range);
  const isTaken =
    !target.dispatchEvent(pasteOf(text)) ||
    !target.dispatchEvent(
      new InputEvent('beforeinput', { ...cancelable, inputType: 'insertText', data: text }),
    );
  // A page can keep the focus elsewhere, and there nothing may be typed.
  const focus = focusedElement(document);
  if (!isTaken && focus && field.contains(focus)) document.execCommand('insertText', false, text);
  return before.slice(0, start) + text + before.slice(end);
}

const cancelable = { bubbles: true, cancelable: true, composed: true };

/** Firefox's view of the page from an extension's script: the page's own objects, and copies it can read. */
interface FirefoxWorld {
  readonly cloneInto?: <Value>(value: Value, page: Window | null) => Value;
}
type PageWorld = { readonly wrappedJSObject?: typeof globalThis };

/** A paste of plain text. Firefox hides from a page what an extension's own objects hold, so there it is the page's. */
function pasteOf(text: string): ClipboardEvent {
  const view = document.defaultView;
  const page = (view as PageWorld | null)?.wrappedJSObject;
  const { cloneInto } = globalThis as FirefoxWorld;
  try {
    const init = { ...cancelable, dataType: 'text/plain', data: text };
    if (page && cloneInto) return new page.ClipboardEvent('paste', cloneInto(init, view));
  } catch {
    // A page can have put something else under the name.
  }
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return new ClipboardEvent('paste', { ...cancelable, clipboardData });
}

function selectionIn(field: HTMLElement): Selection | null {
  const root = field.getRootNode() as Partial<Pick<Document, 'getSelection'>>;
  return root.getSelection?.() ?? field.ownerDocument.getSelection();
}

/** Selects everything, or sets the caret to the end where it is nowhere in the field. Returns whether it moved. */
function placeCaret(field: HTMLElement, selection: Selection, all: boolean): boolean {
  const isInside = selection.anchorNode !== null && field.contains(selection.anchorNode);
  if (isInside && !all) return false;
  const nodes = textNodes(field);
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first && last) selection.setBaseAndExtent(all ? first : last, all ? 0 : last.length, last, last.length);
  else selection.selectAllChildren(field);
  return true;
}

/** Where a key press would be heard: at the innermost element of the caret. */
function targetIn(field: HTMLElement, range: Range | undefined): HTMLElement {
  const { startContainer: at } = range ?? {};
  const element = at instanceof HTMLElement ? at : at?.parentElement;
  return element && field.contains(element) ? element : field;
}

/** How many visible characters stand before a place. */
function lengthTo(field: HTMLElement, container: Node, offset: number): number {
  const range = field.ownerDocument.createRange();
  range.selectNodeContents(field);
  try {
    range.setEnd(container, offset);
  } catch {
    return textOf(field).length;
  }
  let length = 0;
  for (const node of textNodes(field)) {
    if (node === container) return length + visible(node.data.slice(0, offset)).length;
    if (!range.intersectsNode(node)) break;
    length += visible(node.data).length;
  }
  return length;
}
