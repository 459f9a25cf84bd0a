import type { FieldAnswer } from './insert-into-focused-field.js';

/** What one frame answered when it was asked for its focus. */
export interface FrameAnswer {
  readonly frameId: number;
  readonly answer: FieldAnswer;
}

/**
 * The frame a person means by "the focused field": the one with the keyboard; while a popup has it, the top frame's
 * own field; else the one frame with a field below a top frame whose focus is in a frame. Frames keep their last
 * focused element, so several may have a field: then nobody guesses.
 *
 * @returns undefined when it cannot be told
 * @example chooseFrame([{ frameId: 0, answer: { outcome: 'field', inFrame: false, hasFocus: true } }]) // 0
 */
export function chooseFrame(frames: readonly FrameAnswer[]): number | undefined {
  const fields = frames.filter(({ answer }) => answer.outcome === 'field');
  const top = frames.find(({ frameId }) => frameId === 0)?.answer;
  const withKeyboard = fields.find(({ answer }) => answer.hasFocus);
  if (withKeyboard) return withKeyboard.frameId;
  if (top?.outcome === 'field') return 0;
  if (top?.inFrame && fields.length === 1) return fields[0]?.frameId;
  return undefined;
}
