import { type BillbeeConnection, SettingsError } from 'importer-core';
import { parseStatusIds, StatusIdsError } from 'importer-core/statuses';
import { type MappingSettings, type MappingTables, readMapping } from 'importer-mapping';
import { readErpTime } from '../cart/times.js';
import { formWording } from '../protocol/form-wording.js';
import { fieldLabels, type SettingsFields } from '../protocol/settings.js';

/** The shop's form, read. */
export interface ShopSettings {
  readonly connection: BillbeeConnection;
  readonly openStatusIds: readonly number[];
  readonly inProgressStatusId: number | undefined;
  readonly shippedStatusId: number | undefined;
  readonly cancelledStatusId: number | undefined;
  readonly paidStatusId: number | undefined;
  /** Orders placed before are not handed out; ISO 8601 with `Z`. */
  readonly startAt: string | undefined;
  /** Most orders in one answer. */
  readonly maxOrders: number;
  /** What happens to an order that changes after the ERP has taken it. */
  readonly changes: 'ignore' | 'hold';
  /** Billbee's warehouse for stock levels. */
  readonly stockId: string | undefined;
  readonly mapping: MappingTables;
}

/** Settings, or what is wrong with them: German sentences that name the fields of the form. */
export type ReadSettings =
  | { readonly ok: true; readonly settings: ShopSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

const defaultMaxOrders = 50;
const mostOrders = 200;

/**
 * Reads the fields of the form.
 *
 * @param base the key `mapping` of the service's settings file; the form's own mapping goes before it, key by key
 */
export function readSettings(fields: SettingsFields, base: unknown): ReadSettings {
  const problems: string[] = [];
  const label = (name: keyof SettingsFields): string => `„${fieldLabels[name]}“`;
  const missing = (['bbUser', 'bbApiPassword', 'bbApiKey', 'bbStatusOpen'] as const).filter(
    (name) => fields[name].trim() === '',
  );
  if (missing.length > 0) problems.push(`Nicht ausgefüllt: ${missing.map(label).join(', ')}.`);

  const openStatusIds = missing.includes('bbStatusOpen') ? [] : readIds('bbStatusOpen');
  const oneId = (name: keyof SettingsFields): number | undefined => {
    if (fields[name].trim() === '') return undefined;
    const ids = readIds(name);
    if (ids.length > 1) problems.push(`${label(name)} darf nur eine Status-ID sein, zum Beispiel 4.`);
    return ids[0];
  };
  const inProgressStatusId = oneId('bbStatusInProgress');
  const shippedStatusId = oneId('bbStatusShipped');
  const cancelledStatusId = oneId('bbStatusCancelled');
  const paidStatusId = oneId('bbStatusPaid');
  for (const [name, id] of [
    ['bbStatusInProgress', inProgressStatusId],
    ['bbStatusShipped', shippedStatusId],
    ['bbStatusCancelled', cancelledStatusId],
  ] as const) {
    if (id !== undefined && openStatusIds.includes(id)) {
      problems.push(
        `Die ${id} steht in ${label('bbStatusOpen')} und in ${label(name)}; sie muss aus einem von beiden heraus.`,
      );
    }
  }

  const startAt = fields.bbStartDate.trim() === '' ? undefined : readErpTime(fields.bbStartDate);
  if (fields.bbStartDate.trim() !== '' && !/^0000/.test(fields.bbStartDate.trim()) && startAt === undefined) {
    problems.push(`${label('bbStartDate')} ist kein Datum.`);
  }
  const maxOrders = fields.bbMaxOrders.trim() === '' ? defaultMaxOrders : Number(fields.bbMaxOrders);
  if (!Number.isInteger(maxOrders) || maxOrders < 1 || maxOrders > mostOrders) {
    problems.push(`${label('bbMaxOrders')} muss eine Zahl von 1 bis ${mostOrders} sein.`);
  }
  const stockId = fields.bbStockId.trim();
  if (stockId !== '' && !/^\d{1,20}$/.test(stockId)) {
    problems.push(`${label('bbStockId')} ist keine Lager-ID aus Ziffern.`);
  }
  const mapping = readShopMapping(fields, base, problems);
  if (problems.length > 0 || !mapping) return { ok: false, problems };
  return {
    ok: true,
    settings: {
      connection: {
        username: fields.bbUser.trim(),
        apiPassword: fields.bbApiPassword.replace(/[\r\n]+$/, ''),
        apiKey: fields.bbApiKey.trim(),
      },
      openStatusIds,
      inProgressStatusId,
      shippedStatusId,
      cancelledStatusId,
      paidStatusId,
      startAt,
      maxOrders,
      changes: fields.bbChanges === 'hold' ? 'hold' : 'ignore',
      stockId: stockId || undefined,
      mapping,
    },
  };

  function readIds(name: keyof SettingsFields): number[] {
    try {
      return parseStatusIds(fields[name]);
    } catch (error) {
      if (!(error instanceof StatusIdsError)) throw error;
      problems.push(`${label(name)}: ${error.messages.de}`);
      return [];
    }
  }
}

/**
 * Reads the fields as they were kept from the latest command, without the secrets among them.
 *
 * @returns undefined when there are none, or they cannot be used
 */
export function readKeptSettings(kept: unknown, base: unknown): ShopSettings | undefined {
  if (!kept) return undefined;
  const read = readSettings({ ...(kept as SettingsFields), bbApiPassword: '-', bbApiKey: '-' }, base);
  return read.ok ? read.settings : undefined;
}

/** The form's articles and carriers stand in for tables that are not given. */
function readShopMapping(
  fields: SettingsFields,
  base: unknown,
  problems: string[],
): MappingTables | undefined {
  const own = readOwnMapping(fields.bbMapping);
  if (!own) {
    problems.push(
      `„${fieldLabels.bbMapping}“ ist kein JSON-Objekt wie {"payments": {"table": [{"type": 3, "method": "paypal"}]}}.`,
    );
    return undefined;
  }
  const carriers = readCarriers(fields.bbCarriers, problems);
  const given = { ...(isObject(base) && base), ...own } as MappingSettings;
  const discount = fields.bbDiscountArticle.trim() || undefined;
  const shipping = fields.bbShippingArticle.trim() || undefined;
  const fallback = fields.bbFallbackArticle.trim() || undefined;
  const filled = {
    ...given,
    ...(discount && { discounts: { article: discount, surchargeArticle: discount, ...given.discounts } }),
    ...(discount && { coupons: { article: discount, ...given.coupons } }),
    ...(shipping && { shippingCost: { article: shipping, ...given.shippingCost } }),
    ...(fallback && { articles: { fallback, ...given.articles } }),
    ...(carriers.length > 0 && { carriers: { table: carriers, ...given.carriers } }),
  };
  try {
    return readMapping(filled);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems.push(`„${fieldLabels.bbMapping}“: ${formWording.say(error)}`);
    return undefined;
  }
}

/** Also as it stands in a settings file and in the documents: below the key `mapping`. */
function readOwnMapping(text: string): object | undefined {
  if (text.trim() === '') return {};
  try {
    const given: unknown = JSON.parse(text);
    const own = isObject(given) && Object.keys(given).join() === 'mapping' ? Object.values(given)[0] : given;
    return isObject(own) ? own : undefined;
  } catch {
    return undefined;
  }
}

/** Lines such as `DHL Paket = 2`. */
function readCarriers(text: string, problems: string[]): { carrier: string; carrierId: number }[] {
  return text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const [, carrier, id] = /^\s*(.+?)\s*=\s*(\d{1,6})\s*$/.exec(line) ?? [];
      if (carrier !== undefined && id !== undefined) return [{ carrier, carrierId: Number(id) }];
      problems.push(
        `„${fieldLabels.bbCarriers}“: „${line.trim().slice(0, 60)}“ ist keine Zeile wie „DHL Paket = 2“.`,
      );
      return [];
    });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
