import type { FrameFocus } from '../erp-page/insert-text.js';

/** What one frame answered when it was asked for its focus. */
export interface FrameAnswer {
  readonly frameId: number;
  readonly result: FrameFocus;
}

/**
 * The frame a person means by "the focused field": the one with the keyboard; while a popup has it, the top frame's
 * own field; else the one frame with a field below a top frame whose focus is in a frame. Frames keep their last
 * focused element, so several may have a field: then nobody guesses.
 *
 * @returns `foreign-frame` when the focus is in a frame that the browser opens to nobody; `no-field` when it cannot be
 *   told
 * @example chooseFrame([{ frameId: 0, result: { isField: true, frame: 'none', hasFocus: true } }]) // 0
 */
export function chooseFrame(frames: readonly FrameAnswer[]): number | 'no-field' | 'foreign-frame' {
  const fields = frames.filter(({ result }) => result.isField);
  const top = frames.find(({ frameId }) => frameId === 0)?.result;
  const withKeyboard = fields.find(({ result }) => result.hasFocus);
  if (withKeyboard) return withKeyboard.frameId;
  if (top?.isField) return 0;
  if (top?.frame === 'foreign') return 'foreign-frame';
  if (top?.frame === 'open') {
    const [only, ...others] = fields;
    if (only && others.length === 0) return only.frameId;
    // A foreign frame in one of ours: its parent says so, and no other frame has a field.
    if (!only && frames.some(({ result }) => result.frame === 'foreign')) return 'foreign-frame';
  }
  return 'no-field';
}
