import type { Wording } from 'importer-core/messages';
import type { Language } from 'importer-core/statuses';
import type { Format } from '../texts/format.js';
import type { WebSay } from './texts.js';

/** What every page is rendered with. */
export interface View {
  readonly language: Language;
  readonly say: WebSay;
  /** Reasons, fields and remedies in words. */
  readonly wording: Wording;
  readonly format: Format;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Path and query of the page itself, for the links that change the language. */
  readonly here: string;
  /** What forms of this session bring along; undefined before signing in. */
  readonly formToken: string | undefined;
  /** What the form that led here has done. */
  readonly note?: string | undefined;
}
