import { describeStatus } from 'importer-core/statuses';
import type { MemoryPort } from '../browser/browser-port.js';
import type { TableStatus } from './status-table.js';

/** A person's own text form: what is written for each status, and what between two. */
export interface Template {
  readonly each: string;
  readonly between: string;
}

/** Shows everything a template can hold. */
export const firstTemplate: Template = { each: '{id} {label}', between: '\\n' };

/** The placeholders, in the order they are explained. */
const placeholders = ['id', 'label', 'name', 'api'] as const;

/**
 * Fills a template. `{id}` is the status id, `{label}` what the page shows, `{name}` the standard name in the view's
 * language, `{api}` the API name (both the label where there is none); `\n` is a line break, `\t` a tab. Anything else
 * stays as it is.
 *
 * @example fillTemplate({ each: '{id}={label}', between: ';' }, statuses, 'de') // '3=Bezahlt;16=Im Fulfillment'
 */
export function fillTemplate(
  { each, between }: Template,
  statuses: readonly TableStatus[],
  language: 'de' | 'en',
): string {
  const lines = statuses.map(({ id, label }) => {
    const known = describeStatus(id);
    const values: Readonly<Record<string, string>> = {
      id: String(id),
      label,
      name: known.apiName === undefined ? label : known.label[language],
      api: known.apiName ?? label,
    };
    return withControls(each).replace(/\{(id|label|name|api)\}/g, (_, name: string) => values[name] ?? '');
  });
  return lines.join(withControls(between));
}

/** Placeholders in a template that mean nothing, e.g. `{ID}`: most likely a slip. */
export function unknownPlaceholders({ each }: Template): string[] {
  const found = [...each.matchAll(/\{\w*\}/g)].map(([all]) => all);
  return [...new Set(found)].filter((all) => !placeholders.some((name) => all === `{${name}}`));
}

const withControls = (text: string): string => text.replaceAll('\\n', '\n').replaceAll('\\t', '\t');

const key = 'template';
const longest = 500;

/** Keeps the template on this device. */
export function templateMemory(memory: MemoryPort) {
  return {
    async load(): Promise<Template> {
      const kept = (await memory.get(key)) as Partial<Template> | undefined;
      const { each, between } = kept ?? {};
      if (typeof each !== 'string' || typeof between !== 'string') return firstTemplate;
      return { each: each.slice(0, longest), between: between.slice(0, longest) };
    },
    save: (template: Template): Promise<void> => memory.set(key, template),
  };
}
