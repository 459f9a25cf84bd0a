import { focusedElement } from './roots.js';

/** A field of plain text. */
export type Control = HTMLInputElement | HTMLTextAreaElement;

const textTypes = /^(?:text|search|tel|url|email|number)$/;

export function isControl(element: Element | null | undefined): element is Control {
  if (element?.localName === 'textarea') return true;
  return element?.localName === 'input' && textTypes.test((element as HTMLInputElement).type);
}

/** Why a field cannot take a value. */
export type Obstacle = 'read-only' | 'one-number' | 'too-long';

/** Asked before anything is changed. */
export function obstacleTo(field: Control, value: string): Obstacle | undefined {
  if (field.readOnly || field.matches(':disabled') || field.closest('[inert]')) return 'read-only';
  if (field.type === 'number' && !/^\d*$/.test(value)) return 'one-number';
  return field.maxLength >= 0 && value.length > field.maxLength ? 'too-long' : undefined;
}

/**
 * Writes a text over a part of a field, so that the page notices: as typed text where the browser does that (the
 * browser's own undo then knows it, too), else by the prototype's own setter, which React's does not hide, and an
 * input event; then a change event. What the field holds afterwards is the page's decision: see {@link settled}.
 *
 * @param start - first character that is replaced
 * @param end - the one after the last
 */
export function write(field: Control, text: string, start = 0, end = field.value.length): void {
  const before = field.value;
  const next = before.slice(0, start) + text + before.slice(end);
  if (next === before) return;
  field.focus({ preventScroll: true });
  if (!typed(field, text, start, end) && field.value === before) {
    const { prototype } = field.localName === 'textarea' ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, next);
    const data = { bubbles: true, composed: true, inputType: 'insertReplacementText', data: text };
    field.dispatchEvent(new InputEvent('input', data));
  }
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Whether the page was told of typed text; then it is not told again, whatever it did with it. */
function typed(field: Control, text: string, start: number, end: number): boolean {
  // A page can keep the focus elsewhere, and there nothing may be typed.
  if (focusedElement(field.ownerDocument) !== field) return false;
  let told = false;
  const hear = (): void => {
    told = true;
  };
  field.addEventListener('input', hear);
  try {
    if (start === 0 && end === field.value.length) field.select();
    // Throws for number fields, which have no caret to set.
    else field.setSelectionRange(start, end);
    field.ownerDocument.execCommand(text ? 'insertText' : 'delete', false, text);
  } catch {
    // Told by the event that did not come.
  }
  field.removeEventListener('input', hear);
  return told;
}

/** In milliseconds: handlers that strip, round or put back a value have run by then, also those behind a timer. */
const patience = 150;

/** After the event turn and the timers that pages put behind their handlers. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, patience));
