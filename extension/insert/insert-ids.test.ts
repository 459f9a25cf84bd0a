import { expect, test } from 'vitest';
import type { PageRunner } from '../browser/browser-port.js';
import type { FrameFocus } from '../erp-page/insert-text.js';
import { insertIds } from './insert-ids.js';

/** A tab whose frames answer as given; what is inserted where is written down. */
function tab(frames: Readonly<Record<number, FrameFocus>>) {
  const inserted: string[] = [];
  const scripted = new Set<number>();
  const runner: PageRunner = {
    async run(target, _run, ...[name, args]) {
      const ids = target.frameId === undefined ? Object.keys(frames).map(Number) : [target.frameId];
      return ids.map((frameId) => {
        const field = frames[frameId];
        if (!field) throw new Error(`Cannot access frame ${frameId}`);
        if (!scripted.has(frameId)) return { frameId };
        if (name === 'focus') return { frameId, result: field as never };
        const [text, menu] = args as [string, { target?: number } | null];
        inserted.push(`${frameId}: ${text} by ${menu ? `menu ${menu.target ?? ''}`.trim() : 'focus'}`);
        return { frameId, result: { outcome: 'changed', holds: '7' } as never };
      });
    },
    async runFile({ frameId }) {
      for (const id of frameId === undefined ? Object.keys(frames).map(Number) : [frameId]) scripted.add(id);
    },
  };
  return { runner, inserted };
}
const answer = (
  what: 'field' | 'no-field',
  hasFocus = false,
  frame: FrameFocus['frame'] = 'none',
): FrameFocus => ({ isField: what === 'field', hasFocus, frame });

test('asks all frames, inserts into the one with the focus, and hands on what the field holds', async () => {
  const { runner, inserted } = tab({ 0: answer('no-field', true, 'open'), 5: answer('field', true) });
  expect(await insertIds(runner, '3,16', 1)).toEqual({ outcome: 'changed', holds: '7' });
  expect(inserted).toEqual(['5: 3,16 by focus']);
});

test('a menu tells the frame, and the element where the browser knows it', async () => {
  const { runner, inserted } = tab({ 0: answer('field', true), 5: answer('field') });
  await insertIds(runner, '3', 1, { frameId: 5 });
  await insertIds(runner, '3', 1, { frameId: 5, target: 12 });
  expect(inserted).toEqual(['5: 3 by menu', '5: 3 by menu 12']);
});

test('says when there is no field, a foreign frame, and when the browser lets nobody in', async () => {
  const outcome = async (runner: PageRunner, frameId?: number) =>
    (await insertIds(runner, '3', 1, frameId === undefined ? undefined : { frameId })).outcome;
  expect(await outcome(tab({ 0: answer('no-field', true) }).runner)).toBe('no-field');
  expect(await outcome(tab({ 0: answer('no-field', true, 'foreign') }).runner)).toBe('foreign-frame');
  expect(await outcome(tab({ 0: answer('field', true) }).runner, 9)).toBe('foreign-frame');
  const closed: PageRunner = {
    run: () => Promise.reject(new Error('Cannot access')),
    runFile: () => Promise.reject(new Error('Cannot access')),
  };
  expect(await outcome(closed)).toBe('forbidden');
  expect(await outcome(closed, 9)).toBe('forbidden');
});
