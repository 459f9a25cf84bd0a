import type { ChangePolicy, MapOrderOptions } from 'importer-core';
import type { SettingsFile } from 'importer-core/statuses';
import type { Terminal } from '../console/terminal.js';
import type { TextKey } from '../texts/index.js';
import type { Environment } from './read-environment.js';
import { wrongKey } from './read-settings-file.js';

/** Rules of mapping and import that a settings file can change. */
export interface ImportRules {
  readonly mapping: MapOrderOptions;
  readonly changes: ChangePolicy | undefined;
  /** Tags that each imported order gets in Billbee. */
  readonly tagsAfterImport: readonly string[] | undefined;
}

interface Rule {
  readonly fits: (value: unknown) => boolean;
  readonly wanted: TextKey;
  readonly values?: string;
}

const isBoolean: Rule = { fits: (value) => typeof value === 'boolean', wanted: 'want.boolean' };
const oneOf = (...values: string[]): Rule => ({
  fits: (value) => values.includes(value as string),
  wanted: 'want.oneOf',
  values: values.map((value) => JSON.stringify(value)).join(', '),
});

const mostTags = 20;
const longestTag = 100;

const rules: Readonly<Record<keyof MapOrderOptions | 'changes' | 'tagsAfterImport', Rule>> = {
  timeZone: { fits: isTimeZone, wanted: 'want.zone' },
  shippingTax: oneOf('highest', 'main'),
  defaultCurrency: {
    fits: (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
    wanted: 'want.currency',
  },
  allowCredits: isBoolean,
  allowEmptyOrders: isBoolean,
  allowTaxMismatch: isBoolean,
  changes: oneOf('ignore', 'update', 'hold'),
  tagsAfterImport: { fits: areTags, wanted: 'want.tags' },
};

/**
 * The keys of a settings file that change how orders are mapped and what happens to changed ones.
 *
 * @throws SettingsError `settings-invalid`, naming path and key
 */
export function importRules(settings: SettingsFile, env: Environment, terminal: Terminal): ImportRules {
  const found: Record<string, unknown> = {};
  for (const [key, rule] of Object.entries(rules)) {
    const value = settings[key];
    if (value === undefined) continue;
    if (!rule.fits(value)) {
      const wanted = terminal.say(rule.wanted, { values: rule.values ?? '' });
      throw wrongKey(key, value, wanted, { env, terminal });
    }
    found[key] = value;
  }
  const { changes, tagsAfterImport, ...mapping } = found as MapOrderOptions & Partial<ImportRules>;
  return { mapping, changes, tagsAfterImport };
}

function areTags(value: unknown): boolean {
  const isTag = (tag: unknown): boolean =>
    typeof tag === 'string' && tag.trim() !== '' && tag.length <= longestTag;
  return Array.isArray(value) && value.length > 0 && value.length <= mostTags && value.every(isTag);
}

function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || value === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
