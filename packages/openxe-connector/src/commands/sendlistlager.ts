import type { CommandData } from '../protocol/commands.js';
import { type Command, report } from './command.js';

/** Stock levels. OpenXE sends one article per command; the outbox gathers them into few calls. */
export const sendlistlager: Command<'sendlistlager'> = async (context, records) => {
  let accepted = 0;
  for (const record of records) {
    const level = stockLevel(record);
    if (!level) continue;
    await report(context, { kind: 'stock', level: { ...level, stockId: context.settings.stockId } });
    accepted += 1;
  }
  return accepted;
};

/**
 * The article's number at Billbee and its stock: the number kept for this shop before the article's own; nothing when
 * sold out; the pseudo stock before the real one.
 *
 * @returns undefined for an article that is not to be reported
 */
export function stockLevel(
  record: CommandData<'sendlistlager'>[number],
): { readonly sku: string; readonly quantity: string } | undefined {
  if (record.artikel === 'ignore') return undefined;
  const own = record.artikelnummer_fremdnummern.find(
    ({ nummer, aktiv }) => nummer.trim() !== '' && aktiv !== '0',
  );
  const sku = (own?.nummer ?? record.nummer).trim();
  const stock = record.pseudolager.trim() || record.anzahl_lager.trim();
  if (sku === '' || stock === '') return undefined;
  const isSoldOut = record.ausverkauft === '1' || record.ausverkauft === 'true';
  const quantity = isSoldOut ? '0' : stock.replace(',', '.');
  return /^-?\d{1,12}(?:\.\d{1,10})?$/.test(quantity) ? { sku, quantity } : undefined;
}
