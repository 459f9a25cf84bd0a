import * as z from 'zod/mini';
import type { Bilingual } from './order-statuses.js';
import { isStatusId } from './status-ids-text.js';

const statusId = /* @__PURE__ */ z.custom<number>(isStatusId);

/**
 * The settings file: what the extension exports and the importer reads. Every key but `version` may be left out;
 * keys this version does not know are kept.
 */
export const settingsFile = /* @__PURE__ */ z.looseObject({
  version: /* @__PURE__ */ z.literal(1),
  /** Orders in these statuses are imported (Xentral: "open"). */
  importStatusIds: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.array(statusId).check(/* @__PURE__ */ z.minLength(1)),
  ),
  /** An order gets this status while the ERP works on it (Xentral: "in progress"). */
  inProgressStatusId: /* @__PURE__ */ z.optional(statusId),
  /** An order gets this status when its parcel has left (Xentral: "shipped"). */
  shippedStatusId: /* @__PURE__ */ z.optional(statusId),
  /** An order gets this status when it was cancelled in the ERP. */
  cancelledStatusId: /* @__PURE__ */ z.optional(statusId),
  /** Write `inProgressStatusId` to Billbee once the ERP has confirmed an order. */
  setInProgressAfterImport: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
});

/** The content of a settings file. */
export type SettingsFile = z.infer<typeof settingsFile>;

/** A settings file cannot be used as it is. */
export class SettingsFileError extends Error {
  override readonly name = 'SettingsFileError';
  /** The key at fault, e.g. `importStatusIds`; undefined when the text is no JSON object at all. */
  readonly key: string | undefined;
  /** What is wrong and how to put it right, for people. */
  readonly messages: Bilingual;

  constructor(key: string | undefined, messages: Bilingual, options?: { cause?: unknown }) {
    super(messages.en, options);
    this.key = key;
    this.messages = messages;
  }
}

/**
 * Reads a settings file.
 *
 * @param text JSON, e.g. `{"version":1,"importStatusIds":[3],"inProgressStatusId":16}`
 * @returns the settings, unknown keys included
 * @throws {SettingsFileError} naming the key that has a wrong value or contradicts another
 */
export function parseSettingsFile(text: string): SettingsFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw notAnObject(cause);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw notAnObject();
  return checked(json);
}

/**
 * Writes a settings file: two-space JSON with a line break at its end, `importStatusIds` ascending and each
 * once.
 *
 * @throws {SettingsFileError} naming the key that has a wrong value or contradicts another
 */
export function printSettingsFile(settings: SettingsFile): string {
  const { version, importStatusIds, ...rest } = checked(settings);
  const ids = importStatusIds && [...new Set(importStatusIds)].sort((a, b) => a - b);
  return `${JSON.stringify({ version, importStatusIds: ids, ...rest }, undefined, 2)}\n`;
}

function checked(json: object): SettingsFile {
  const result = settingsFile.safeParse(json);
  if (!result.success) {
    const key = String(result.error.issues[0]?.path[0] ?? '');
    throw wrongValue(key, json);
  }
  const settings = result.data;
  if (settings.setInProgressAfterImport) {
    const id = settings.inProgressStatusId;
    if (id === undefined) {
      throw new SettingsFileError('setInProgressAfterImport', {
        de: 'Einstellungsdatei: „setInProgressAfterImport“ ist an, aber „inProgressStatusId“ fehlt. Die Status-ID angeben, zum Beispiel 16, oder das Setzen ausschalten.',
        en: 'Settings file: "setInProgressAfterImport" is on but "inProgressStatusId" is missing. Give the status id, for example 16, or switch it off.',
      });
    }
    if (settings.importStatusIds?.includes(id)) {
      throw new SettingsFileError('inProgressStatusId', {
        de: `Einstellungsdatei: „inProgressStatusId“ ${id} steht auch in „importStatusIds“, obwohl Aufträge nach dem Import diesen Status bekommen. Die ${id} aus einem von beiden nehmen.`,
        en: `Settings file: "inProgressStatusId" ${id} is also in "importStatusIds", although orders get this status after the import. Take ${id} out of one of them.`,
      });
    }
  }
  const taken = new Map<number, string>();
  for (const key of ['inProgressStatusId', 'shippedStatusId', 'cancelledStatusId'] as const) {
    const id = settings[key];
    if (id === undefined) continue;
    const other = taken.get(id);
    if (other) {
      throw new SettingsFileError(key, {
        de: `Einstellungsdatei: „${key}“ und „${other}“ haben beide die ${id}. Zwei verschiedene Status angeben.`,
        en: `Settings file: "${key}" and "${other}" are both ${id}. Give two different statuses.`,
      });
    }
    taken.set(id, key);
  }
  return settings;
}

/** What each key must hold, for people. */
const expected: Readonly<Record<string, Bilingual>> = {
  version: { de: 'die Zahl 1', en: 'the number 1' },
  importStatusIds: {
    de: 'eine Liste von Status-IDs, zum Beispiel [3,16]',
    en: 'a list of order status ids, for example [3,16]',
  },
  setInProgressAfterImport: { de: 'true oder false', en: 'true or false' },
};

const oneStatusId: Bilingual = {
  de: 'eine Status-ID, zum Beispiel 16',
  en: 'one order status id, for example 16',
};

function wrongValue(key: string, json: object): SettingsFileError {
  const value = (json as Record<string, unknown>)[key];
  const missing = value === undefined;
  const shown = missing ? '' : JSON.stringify(value).slice(0, 60);
  const wanted = expected[key] ?? oneStatusId;
  return new SettingsFileError(key, {
    de: `Einstellungsdatei: „${key}“ ${missing ? 'fehlt' : `ist ${shown}`}; erwartet wird ${wanted.de}.`,
    en: `Settings file: "${key}" is ${missing ? 'missing' : shown}; expected ${wanted.en}.`,
  });
}

function notAnObject(cause?: unknown): SettingsFileError {
  return new SettingsFileError(
    undefined,
    {
      de: 'Die Einstellungsdatei ist kein JSON-Objekt. Sie beginnt zum Beispiel mit {"version":1,"importStatusIds":[3]}.',
      en: 'The settings file is not a JSON object. It starts for example with {"version":1,"importStatusIds":[3]}.',
    },
    { cause },
  );
}
