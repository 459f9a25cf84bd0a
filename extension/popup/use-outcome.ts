import { useEffect, useState } from 'preact/hooks';
import type { WriteClipboard } from './view-services.js';

/** What came of the last thing a person did. */
export interface Outcome {
  readonly kind: 'none' | 'done' | 'refused' | 'hint';
  /** For people; '' for none. */
  readonly message: string;
  /** The text the clipboard refused. */
  readonly text: string;
}

export interface Outcomes {
  readonly outcome: Outcome;
  /** Copies a text; says `message` only after the clipboard has it. Resolves to whether it has. */
  copy(text: string, message: string): Promise<boolean>;
  /** Says that something was done. */
  tell(message: string): void;
  /** Says what has to be done first. */
  hint(message: string): void;
  /** What was said is about something that is no longer in sight. */
  clear(): void;
}

const nothing: Outcome = { kind: 'none', message: '', text: '' };

/**
 * What the view says in its live region. What asks for something to be done, a refusal or a hint, is forgotten when
 * the selection changes: it is about another text.
 *
 * @param refused - what to say when the clipboard refuses
 * @param selected - the selection's text form
 */
export function useOutcome(write: WriteClipboard, refused: string, selected: string): Outcomes {
  const [outcome, setOutcome] = useState<Outcome>(nothing);
  useEffect(() => setOutcome((last) => (last.kind === 'done' ? last : nothing)), [selected]);

  const say = (kind: Outcome['kind'], message: string, text = ''): void =>
    setOutcome({ kind, message, text });

  return {
    outcome,
    async copy(text, message) {
      // Emptied first, so that screen readers also announce the same sentence a second time.
      setOutcome(nothing);
      try {
        await write(text);
        say('done', message);
        return true;
      } catch {
        say('refused', refused, text);
        return false;
      }
    },
    tell: (message) => say('done', message),
    hint: (message) => say('hint', message),
    clear: () => setOutcome(nothing),
  };
}
