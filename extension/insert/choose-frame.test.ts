import { expect, test } from 'vitest';
import { chooseFrame, type FrameAnswer } from './choose-frame.js';

const frame = (
  frameId: number,
  outcome: 'field' | 'no-field',
  more: Partial<FrameAnswer['answer']> = {},
): FrameAnswer => ({ frameId, answer: { outcome, inFrame: false, hasFocus: false, ...more } });

test('the field with the keyboard wins, wherever it is', () => {
  expect(chooseFrame([frame(0, 'field'), frame(7, 'field', { hasFocus: true })])).toBe(7);
});

test('while a popup has the keyboard: the field of the top frame, else the only field below it', () => {
  expect(chooseFrame([frame(0, 'field'), frame(7, 'field')])).toBe(0);
  expect(chooseFrame([frame(0, 'no-field', { inFrame: true }), frame(7, 'field')])).toBe(7);
});

test('nobody guesses between frames, or where the top frame says that no frame has the focus', () => {
  const top = frame(0, 'no-field', { inFrame: true });
  expect(chooseFrame([top, frame(7, 'field'), frame(8, 'field')])).toBeUndefined();
  expect(chooseFrame([frame(0, 'no-field'), frame(7, 'field')])).toBeUndefined();
  expect(chooseFrame([])).toBeUndefined();
});
