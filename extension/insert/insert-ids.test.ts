import { expect, test } from 'vitest';
import { insertIds, type PageRunner } from './insert-ids.js';
import type { FieldAnswer } from './insert-into-focused-field.js';

/** A tab whose frames answer as given; what is inserted where is written down. */
function tab(frames: Readonly<Record<number, FieldAnswer>>) {
  const inserted: string[] = [];
  const runner: PageRunner = {
    async run(target, _run, ...[text]) {
      const ids = target.frameId === undefined ? Object.keys(frames).map(Number) : [target.frameId];
      return ids.map((frameId) => {
        const answer = frames[frameId];
        if (typeof text === 'string' && answer?.outcome === 'field') inserted.push(`${frameId}: ${text}`);
        const outcome =
          typeof text === 'string' && answer?.outcome === 'field' ? 'inserted' : answer?.outcome;
        return { frameId, result: { ...answer, outcome } as never };
      });
    },
    runFile: async () => undefined,
  };
  return { runner, inserted };
}
const answer = (outcome: FieldAnswer['outcome'], hasFocus = false, inFrame = false): FieldAnswer => ({
  outcome,
  hasFocus,
  inFrame,
});

test('asks all frames and inserts into the one with the focus', async () => {
  const { runner, inserted } = tab({ 0: answer('no-field', true, true), 5: answer('field', true) });
  expect(await insertIds(runner, '3,16', 1)).toBe('inserted');
  expect(inserted).toEqual(['5: 3,16']);
});

test('a frame that is known is not asked for', async () => {
  const { runner, inserted } = tab({ 0: answer('field', true), 5: answer('field') });
  expect(await insertIds(runner, '3', 1, 5)).toBe('inserted');
  expect(inserted).toEqual(['5: 3']);
});

test('says when there is no field, and when the browser lets nobody in', async () => {
  expect(await insertIds(tab({ 0: answer('no-field', true) }).runner, '3', 1)).toBe('no-field');
  const closed: PageRunner = {
    run: () => Promise.reject(new Error('Cannot access')),
    runFile: () => Promise.reject(new Error('Cannot access')),
  };
  expect(await insertIds(closed, '3', 1)).toBe('forbidden');
});
