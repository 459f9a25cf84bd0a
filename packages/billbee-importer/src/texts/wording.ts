import { accountMessages } from 'importer-accounts';
import { ImporterError } from 'importer-core';
import { coreCatalogues, createWording, type Problem, type Wording } from 'importer-core/messages';
import { connectionProblem } from 'importer-core/service';
import type { Language } from 'importer-core/statuses';
import { mappingMessages } from 'importer-mapping';
import { shopMessages } from 'importer-staging';
import { openXeCatalogues } from 'openxe-connector/messages';
import { xentralCatalogues } from 'xentral-target/messages';

/** What the command line calls the settings that messages are about. */
const names = {
  baseUrl: 'BILLBEE_URL',
  username: 'BILLBEE_USERNAME',
  apiPassword: 'BILLBEE_API_PASSWORD',
  apiKey: 'BILLBEE_API_KEY',
  encryptionKey: 'BILLBEE_ENCRYPTION_KEY',
  'accounts.list': 'billbee-importer accounts list',
  'accounts.settings': 'billbee-importer accounts add --settings',
  'shops.list': 'billbee-importer shops list',
  'shops.rotateToken': 'billbee-importer shops rotate-token',
  databaseUrl: 'DATABASE_URL',
  dataDir: 'BILLBEE_DATA_DIR',
  statusIds: '--status (importStatusIds)',
  since: '--since',
  out: '--out',
  'xentral.url': 'XENTRAL_URL',
  'xentral.token': 'XENTRAL_TOKEN',
  webhookUrl: 'webhookUrl (--public-url)',
} as const;

const catalogues = [
  ...coreCatalogues,
  mappingMessages,
  accountMessages,
  shopMessages,
  ...xentralCatalogues,
  ...openXeCatalogues,
];
const wordings = new Map<Language, Wording>();

/** Words problems of every package for the reader of the command line and its service. */
export function wordingIn(language: Language): Wording {
  const wording = wordings.get(language) ?? createWording({ language, names, catalogues });
  wordings.set(language, wording);
  return wording;
}

/** The same for the page, which shows nothing that an ERP said of people. */
export function pageWordingIn(language: Language): Wording {
  return createWording({ language, names, catalogues, hidesQuoted: true });
}

/** What is kept of a problem and shown later: an order that is held, a write-back. */
interface Kept {
  readonly reason?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly values?: Problem['values'];
  readonly message?: string | null | undefined;
}

/**
 * A kept problem in the reader's language, for people and for `--json`: its code stays, its values become words.
 *
 * @example held.map((order) => worded(order, terminal.language)) // {orderId, reason, field, message, heldAt}
 */
export function worded<Some extends Kept>(kept: Some, language: Language): Omit<Some, 'values'> {
  const { values, ...rest } = kept;
  const { code, reason, message } = kept;
  if (message === null || message === undefined) return rest;
  const problem = { code: reason ?? code ?? '', values, message };
  return { ...rest, message: wordingIn(language).say(problem) };
}

/** Why something failed, as a sentence in the reader's language; of foreign errors the first line. */
export function causeIn(language: Language, error: unknown): string {
  if (!(error instanceof Error)) return sentence(String(error));
  const refused = connectionProblem(error);
  if (refused) return wordingIn(language).say(refused);
  return error instanceof ImporterError ? wordingIn(language).say(error) : sentence(error.message);
}

/**
 * The first line of a foreign message as a sentence that others can follow.
 *
 * @example sentence('connect ECONNREFUSED') // 'connect ECONNREFUSED.'
 */
export function sentence(text: string): string {
  const line = text.trim().split('\n')[0]?.trim() ?? '';
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}
