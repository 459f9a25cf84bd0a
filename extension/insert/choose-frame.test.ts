import { expect, test } from 'vitest';
import { chooseFrame, type FrameAnswer } from './choose-frame.js';

const frame = (
  frameId: number,
  what: 'field' | 'no-field',
  more: Partial<FrameAnswer['result']> = {},
): FrameAnswer => ({
  frameId,
  result: { isField: what === 'field', frame: 'none', hasFocus: false, ...more },
});

test('the field with the keyboard wins, wherever it is', () => {
  expect(chooseFrame([frame(0, 'field'), frame(7, 'field', { hasFocus: true })])).toBe(7);
});

test('while a popup has the keyboard: the field of the top frame, else the only field below it', () => {
  expect(chooseFrame([frame(0, 'field'), frame(7, 'field')])).toBe(0);
  expect(chooseFrame([frame(0, 'no-field', { frame: 'open' }), frame(7, 'field')])).toBe(7);
});

test('nobody guesses between frames, or where the top frame says that no frame has the focus', () => {
  const top = frame(0, 'no-field', { frame: 'open' });
  expect(chooseFrame([top, frame(7, 'field'), frame(8, 'field')])).toBe('no-field');
  expect(chooseFrame([frame(0, 'no-field'), frame(7, 'field')])).toBe('no-field');
  expect(chooseFrame([])).toBe('no-field');
});

test('a frame that nobody is let into is named as that, also inside another frame', () => {
  const foreign = { frame: 'foreign' } as const;
  expect(chooseFrame([frame(0, 'no-field', foreign), frame(7, 'field')])).toBe('foreign-frame');
  const top = frame(0, 'no-field', { frame: 'open' });
  expect(chooseFrame([top, frame(7, 'no-field', foreign)])).toBe('foreign-frame');
  expect(chooseFrame([top, frame(7, 'field', { hasFocus: true })])).toBe(7);
});
