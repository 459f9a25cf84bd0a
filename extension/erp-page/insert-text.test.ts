import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { focusOf, insertText } from './insert-text.js';

// happy-dom types nothing, so what is seen here is the way by the setter; test/browser sees the other.
const events: string[] = [];
const field = <Kind extends HTMLElement>(markup: string): Kind => {
  document.body.innerHTML = markup;
  const element = document.body.querySelector<Kind>('[data-field]');
  if (!element) throw new Error('no field');
  element.focus();
  return element;
};
const insert = async (text: string, by: 'focus' | 'menu' = 'focus', clicked?: Element) =>
  (await insertText(document, text, by === 'menu' ? {} : null, clicked)).outcome;

const note = (event: Event): void => void events.push(event.type);
beforeEach(() => {
  events.length = 0;
  for (const type of ['input', 'change']) document.addEventListener(type, note);
});
afterEach(() => {
  for (const type of ['input', 'change']) document.removeEventListener(type, note);
  document.body.replaceChildren();
});

test('puts the ids into a text field and tells the page', async () => {
  const input = field<HTMLInputElement>('<input data-field>');
  expect(await insert('3,16')).toBe('inserted');
  expect(input.value).toBe('3,16');
  expect(events).toEqual(['input', 'change']);
});

test('goes around a setter that the page put on the field, as React does', async () => {
  const input = field<HTMLInputElement>('<input data-field>');
  const seen: string[] = [];
  Object.defineProperty(input, 'value', {
    configurable: true,
    get: () => Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.get?.call(input),
    set: (value: string) => void seen.push(value),
  });
  expect(await insert('3')).toBe('inserted');
  expect(input.value).toBe('3');
  expect(seen).toEqual([]);
});

test.each([
  ['3', '4,16', '4,16'],
  [' 3, 16 ', '4', '4'],
  ['', '4', '4'],
])('a field with only ids, %j, is replaced whole', async (before, text, after) => {
  const input = field<HTMLInputElement>(`<input data-field value="${before}">`);
  input.setSelectionRange(before.length, before.length);
  expect(await insert(text)).toBe('inserted');
  expect(input.value).toBe(after);
});

test('in other text the ids go in at the caret, over what is selected', async () => {
  const area = field<HTMLTextAreaElement>('<textarea data-field>Status: X; Ende</textarea>');
  area.setSelectionRange(8, 9);
  expect(await insert('3,16')).toBe('inserted');
  expect(area.value).toBe('Status: 3,16; Ende');
});

describe('refuses, and changes nothing', () => {
  test.each([
    ['<input data-field type="number" value="7">', 'one-number'],
    ['<input data-field readonly value="7">', 'read-only'],
    ['<input data-field maxlength="3" value="7">', 'too-long'],
    ['<input data-field type="password" value="7">', 'no-field'],
    ['<input data-field type="checkbox" value="7">', 'no-field'],
    ['<button data-field value="7">x</button>', 'no-field'],
  ])('%s: %s', async (markup, outcome) => {
    const element = field<HTMLInputElement>(markup);
    expect(await insert('3,16')).toBe(outcome);
    expect(element.value).toBe('7');
    expect(events).toEqual([]);
  });

  test('without a focus', async () => {
    document.body.innerHTML = '<input>';
    expect(await insert('3')).toBe('no-field');
  });

  test('a field with text, when a menu does not tell where it was opened', async () => {
    const order = field<HTMLInputElement>('<input data-field value="100042">');
    expect(await insert('3', 'menu')).toBe('not-pointed-at');
    expect(order.value).toBe('100042');
    order.value = '';
    expect(await insert('3', 'menu')).toBe('inserted');
  });
});

test('a menu means the element it was opened over, not the one with the focus', async () => {
  const order = field<HTMLInputElement>('<input data-field value="100042"><input id="clicked" value="2">');
  const clicked = document.querySelector<HTMLInputElement>('#clicked');
  expect(await insert('3', 'menu', clicked ?? undefined)).toBe('inserted');
  expect([order.value, clicked?.value]).toEqual(['100042', '3']);
});

test('follows the focus into a shadow root', async () => {
  document.body.innerHTML = '<div></div>';
  const root = (document.body.firstElementChild as HTMLElement).attachShadow({ mode: 'open' });
  root.innerHTML = '<input>';
  const input = root.querySelector('input') as HTMLInputElement;
  input.focus();
  expect(await insert('3')).toBe('inserted');
  expect(input.value).toBe('3');
});

test('asked only, it changes nothing', () => {
  const input = field<HTMLInputElement>('<input data-field>');
  expect(focusOf(document).isField).toBe(true);
  expect(input.value).toBe('');
});
