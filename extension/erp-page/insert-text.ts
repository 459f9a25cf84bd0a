import { type Control, isControl, type Obstacle, obstacleTo, settled, write } from './controls.js';
import { insertIntoRichText, textOf } from './rich-text.js';
import { focusedElement, matching, type Root, shadowIn } from './roots.js';

/** What a frame says about its focus. */
export interface FrameFocus {
  /** The focus is in a field that takes text. */
  readonly isField: boolean;
  /** The focus is in a frame inside this one; `foreign`: one that the browser opens to nobody else. */
  readonly frame: 'none' | 'open' | 'foreign';
  /** This frame, or one inside it, has the keyboard. */
  readonly hasFocus: boolean;
}

/** What came of inserting. */
export interface Insertion {
  readonly outcome:
    | 'inserted'
    | 'no-field'
    | Obstacle
    /** The field holds something else than what was meant: `holds`. */
    | 'changed'
    /** The field does not show what it took, as the hidden fields of code editors. */
    | 'unchecked'
    /** The field holds text, and nobody can tell whether it is the one that was pointed at. */
    | 'not-pointed-at';
  /** What the field holds now, where that is known. */
  readonly holds?: string;
}

/** What a browser tells of a context menu's place: Firefox names the element. */
export interface MenuTarget {
  readonly target?: number | undefined;
}

/** Only these characters: ids, which a new list replaces whole, so that `3` does not become `33,16`. */
const onlyIds = /^[\d\s,;]*$/;

type Field = Control | HTMLElement;

/** Tells where the focus of a frame is; changes nothing. */
export function focusOf(document: Document): FrameFocus {
  const focus = focusedElement(document);
  const isFrame = /^i?frame$/.test(focus?.localName ?? '');
  return {
    isField: fieldAt(focus) !== undefined,
    frame: isFrame ? frameKind(focus as HTMLIFrameElement) : 'none',
    hasFocus: document.hasFocus(),
  };
}

/**
 * Inserts a text into the field that a person pointed at, and looks what it holds once the page's own handlers have run.
 *
 * @param menu - the person used the context menu; null: clicked into the field, then on the extension
 * @param clicked - what the context menu was last opened over, if it was seen
 */
export async function insertText(
  document: Document,
  text: string,
  menu: MenuTarget | null,
  clicked: Element | undefined,
): Promise<Insertion> {
  const target = menu ? (elementOfMenu(menu.target) ?? clicked) : undefined;
  const field = fieldAt(target ? inside(target) : focusedElement(document));
  if (!field) return { outcome: 'no-field' };
  const holds = isControl(field) ? field.value : textOf(field);
  const isSure = !menu || target !== undefined;
  if (!isSure && holds !== '' && holds !== text) return { outcome: 'not-pointed-at', holds };
  return isControl(field) ? await intoControl(field, text) : await intoRichText(field, text);
}

async function intoControl(field: Control, text: string): Promise<Insertion> {
  const before = field.value;
  const whole = onlyIds.test(before);
  const start = whole ? 0 : (field.selectionStart ?? before.length);
  const end = whole ? before.length : (field.selectionEnd ?? before.length);
  const meant = before.slice(0, start) + text + before.slice(end);
  const obstacle = before === meant ? undefined : obstacleTo(field, meant);
  if (obstacle) return { outcome: obstacle, holds: before };
  const root = field.getRootNode() as Root;
  write(field, text, start, end);
  await settled();
  const now = field.isConnected ? field : successorOf(field, root);
  if (!now) return { outcome: 'unchecked' };
  const { value: holds } = now;
  if (holds === meant) return { outcome: 'inserted', holds };
  return { outcome: holds === '' && isHidden(now) ? 'unchecked' : 'changed', holds };
}

async function intoRichText(field: HTMLElement, text: string): Promise<Insertion> {
  const meant = await insertIntoRichText(field, text, onlyIds.test(textOf(field)));
  await settled();
  if (!field.isConnected) return { outcome: 'unchecked' };
  const holds = textOf(field);
  return { outcome: holds === meant ? 'inserted' : 'changed', holds };
}

function frameKind(frame: HTMLIFrameElement): 'open' | 'foreign' {
  try {
    return frame.contentDocument ? 'open' : 'foreign';
  } catch {
    return 'foreign';
  }
}

/** The field that an element is or lies in. */
function fieldAt(element: Element | null): Field | undefined {
  if (isControl(element)) return element;
  let host = element instanceof HTMLElement && element.isContentEditable ? element : undefined;
  while (host?.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

/** A closed shadow root hides from menus and events what is in it: its focus, else its only field, is meant. */
function inside(element: Element): Element {
  const root = fieldAt(element) ? null : shadowIn(element);
  if (!root) return element;
  const fields = matching(root, 'input,textarea,[contenteditable]').filter((each) => fieldAt(each));
  return root.activeElement ?? (fields.length === 1 ? (fields[0] as Element) : element);
}

type Menus = { readonly menus?: { getTargetElement?(id: number): Element | null } };

function elementOfMenu(id: number | undefined): Element | undefined {
  if (id === undefined) return undefined;
  return (globalThis as { browser?: Menus }).browser?.menus?.getTargetElement?.(id) ?? undefined;
}

/** A framework may have put another element in a field's place: the one of the same id or name. */
function successorOf(field: Control, root: Root): Control | undefined {
  const same = [field.id && `#${CSS.escape(field.id)}`, field.name && `[name="${CSS.escape(field.name)}"]`];
  const selector = same.find(Boolean);
  const found = selector ? matching(root, selector).filter(isControl) : [];
  return found.length === 1 ? found[0] : undefined;
}

/** Code editors type into a field that nobody sees and empty it at once. */
function isHidden(field: Control): boolean {
  const { width, height } = field.getBoundingClientRect();
  return width < 4 || height < 4 || getComputedStyle(field).opacity === '0';
}
