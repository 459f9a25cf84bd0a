import { type Unwrapped, unwrap } from './envelope.js';
import { parseJson } from './parse-json.js';

/** An HTTP answer's text and what it is. */
export interface AnswerText extends Unwrapped {
  readonly status: number;
  /** `text` is anything that is neither JSON nor a web page, also JSON that ends early. */
  readonly kind: 'empty' | 'json' | 'html' | 'text';
}

/** Reads an answer's text; never throws, whatever it is. */
export function readAnswerText(status: number, text: string): AnswerText {
  const nothing = { enveloped: false, data: undefined, paging: undefined, failure: undefined, words: '' };
  const start = text.trimStart();
  if (start === '') return { ...nothing, status, kind: 'empty' };
  if (start.startsWith('<')) return { ...nothing, status, kind: 'html', words: titleOf(start) };
  try {
    const json = parseJson(text);
    const unwrapped = unwrap(json);
    const words = typeof json === 'string' ? json : unwrapped.words;
    return { ...unwrapped, words, status, kind: 'json' };
  } catch {
    // A success that ends early is an order's data, and none of that belongs into a message.
    return { ...nothing, status, kind: 'text', words: status < 400 ? '' : start };
  }
}

function titleOf(html: string): string {
  return /<title[^>]*>([^<]{1,200})</i.exec(html.slice(0, 10_000))?.[1]?.trim() ?? '';
}
