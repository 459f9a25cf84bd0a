import { chooseFrame, type FrameAnswer } from './choose-frame.js';
import type { InsertWorld } from './in-page.js';
import type { FieldAnswer } from './insert-into-focused-field.js';

/** Brings `globalThis.billbeeInsert` into a frame; see `in-page.ts`. */
export const insertScript = '/insert/in-page.js';

/**
 * Runs a function inside the page of a tab; rejects where the browser does not allow it. The function goes there as
 * text: it may use nothing from outside its own braces but what a file has left there.
 */
export interface PageRunner {
  run<Args extends readonly unknown[], Result>(
    target: { readonly tabId: number; readonly frameId?: number },
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<readonly { readonly frameId: number; readonly result?: Result }[]>;
  /** Runs a file of the extension in one frame, in all if none is named. */
  runFile(target: { readonly tabId: number; readonly frameId?: number }, file: string): Promise<void>;
}

/** What came of inserting; `forbidden`: the browser does not let the extension into this page. */
export type InsertOutcome = Exclude<FieldAnswer['outcome'], 'field'> | 'forbidden';

/**
 * Inserts a text into the focused field of a tab, in whichever of its frames the focus is.
 *
 * @param frameId - the frame, when it is known (a context menu tells)
 * @example await insertIds(runner, '3,16', 12); // 'inserted'
 */
export async function insertIds(
  runner: PageRunner,
  text: string,
  tabId: number,
  frameId?: number,
): Promise<InsertOutcome> {
  try {
    const frame = frameId ?? (await focusedFrame(runner, tabId));
    if (frame === undefined) return 'no-field';
    const [done] = await askPage(runner, { tabId, frameId: frame }, text);
    const outcome = done?.result?.outcome;
    return outcome === undefined || outcome === 'field' ? 'forbidden' : outcome;
  } catch {
    return 'forbidden';
  }
}

async function focusedFrame(runner: PageRunner, tabId: number): Promise<number | undefined> {
  const frames = await askPage(runner, { tabId }, null);
  const answers = frames.flatMap(({ frameId, result }): FrameAnswer[] =>
    result ? [{ frameId, answer: result }] : [],
  );
  return chooseFrame(answers);
}

async function askPage(
  runner: PageRunner,
  target: { readonly tabId: number; readonly frameId?: number },
  text: string | null,
): Promise<readonly { readonly frameId: number; readonly result?: FieldAnswer | undefined }[]> {
  await runner.runFile(target, insertScript);
  return await runner.run(
    target,
    (given: string | null) => (globalThis as InsertWorld).billbeeInsert?.insertIntoFocusedField(given),
    text,
  );
}
