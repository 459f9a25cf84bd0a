import { expect } from 'vitest';
import { createWording, type WordingOptions } from './create-wording.js';
import type { Messages } from './define-messages.js';
import type { Message } from './message.js';
import type { ValueKind } from './value-kinds.js';

/**
 * What every catalogue must be: words in both languages for every code, which use all of its values, and no name of one front
 * end. Used by the packages that have catalogues.
 */
export function expectWholeCatalogue(
  catalogue: { readonly messages: Messages },
  also: WordingOptions['catalogues'] = [],
) {
  for (const [code, message] of Object.entries(catalogue.messages)) {
    for (const language of ['de', 'en'] as const) {
      const wording = createWording({ language, catalogues: [catalogue, ...also], timeZone: 'UTC' });
      for (const values of samplesOf(message)) {
        const { problem, remedy } = wording.parts({ code, values, message: 'not worded' });
        const said = `${problem} ${remedy}`;
        expect([code, said.length > 10, /undefined|\[object|not worded/.test(said)]).toEqual([
          code,
          true,
          false,
        ]);
        expect([code, said]).toEqual([
          code,
          expect.not.stringMatching(/BILLBEE_|XENTRAL_|(?<![\w-])--[a-z]/),
        ]);
        expect([code, problem]).toEqual([
          code,
          expect.stringMatching(/[.!?…:]$|\b(?:install \S+|sample\w*)$/),
        ]);
        for (const name of Object.keys(values)) {
          const kind = message.values[name] as ValueKind<unknown>;
          const shown = shownIn(kind, values[name], language);
          expect([code, language, name, said]).toEqual([
            code,
            language,
            name,
            expect.stringContaining(shown),
          ]);
        }
      }
    }
  }
}

/** Values that can be found again in a sentence: all of them, once for each phrase, and the needed ones alone. */
function samplesOf(message: Message): Record<string, unknown>[] {
  const kinds = Object.entries(message.values) as [string, ValueKind<unknown>][];
  const whole = Object.fromEntries(kinds.map(([name, kind], index) => [name, sampleOf(kind, index)]));
  const samples = [whole];
  for (const [name, { options = {} }] of kinds) {
    for (const option of Object.keys(options)) samples.push({ ...whole, [name]: option });
  }
  return samples;
}

function sampleOf(kind: ValueKind<unknown>, index: number): unknown {
  switch (kind.name) {
    case 'amount':
      return `-1234${index}.50`;
    case 'decimal':
      return `${index + 1}7.25`;
    case 'count':
      return 4000 + index;
    case 'time':
      return `2026-11-${10 + index}T14:05:00Z`;
    case 'settings':
      return [`sampleOne${index}`, `sampleTwo${index}`];
    case 'list':
      return [`sampleA${index}`, `sampleB${index}`];
    case 'oneOf':
      return Object.keys(kind.options ?? {})[0];
    case 'problem':
      return { code: 'foreign', message: `sample${index}.` };
    case 'field':
      return `OrderItems[${index}].Quantity`;
    default:
      return `sample${index}`;
  }
}

function shownIn(kind: ValueKind<unknown>, value: unknown, language: 'de' | 'en'): string {
  const german = language === 'de';
  const text = String(value);
  switch (kind.name) {
    case 'amount': {
      const [, thousands = '', rest = ''] = /^-(\d+)(\d{3})\.50$/.exec(text) ?? [];
      return german ? `-${thousands}.${rest},50` : `-${thousands},${rest}.50`;
    }
    case 'decimal':
      return german ? text.replace('.', ',') : text;
    case 'count':
      return german ? `4.${text.slice(1)}` : `4,${text.slice(1)}`;
    case 'time':
      return `${text.slice(8, 10)}${german ? '.11.' : '/11/'}2026 14:05`;
    case 'settings':
      return (value as string[]).join(german ? ' und ' : ' and ');
    case 'list':
      return (value as string[]).join(', ');
    case 'oneOf':
      return kind.options?.[text]?.[language] ?? '';
    case 'problem':
      return (value as { message: string }).message;
    case 'field':
      return `osition ${Number(/\d+/.exec(text)) + 1}, ${german ? 'Menge' : 'quantity'}`;
    default:
      return text;
  }
}
