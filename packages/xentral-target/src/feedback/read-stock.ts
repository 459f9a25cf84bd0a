import type { StockLevel } from 'importer-core';
import { type Product, product, rowsOf, stocks } from '../api/answers.js';
import { pageSize } from '../api/query.js';
import type { Workspace } from '../workspace.js';

const subject = 'stock';

/**
 * Stock of Xentral's products that has changed since it was last reported.
 *
 * Products are read in sequence of their ids; a run that has used up its calls leaves the rest to the next one.
 *
 * @param write puts one level into the outbox
 * @returns how many levels were reported
 */
export async function readStock(
  workspace: Workspace,
  signal: AbortSignal | undefined,
  write: (level: StockLevel) => Promise<void>,
): Promise<number> {
  const { api, settings, documents } = workspace;
  const { callsPerRun, stock, billbeeStockId } = settings.feedback;
  const { products: path } = settings.paths;
  const lastCall = api.calls + callsPerRun;
  let after = (await documents.readCursor(subject)) ?? '0';
  let reported = 0;
  while (api.calls < lastCall) {
    signal?.throwIfAborted();
    const filters = [{ key: 'id', op: 'greaterThan', value: after } as const];
    const { rows } = rowsOf(await api.list(path, { filters, orderBy: 'id' }, signal), product, path);
    const fresh = rows.filter(({ id }) => Number(id) > Number(after));
    const asked: { id: string; sku: string; quantity: string }[] = [];
    for (const row of fresh) {
      if (stock === 'sellable' && api.calls >= lastCall) break;
      const quantity =
        stock === 'sellable' ? await sellable(workspace, row, signal) : decimal(row.stockCount);
      const sku = row.number?.trim() ?? '';
      // A product without number or stock (a service) still counts as looked at.
      asked.push({ id: row.id, sku, quantity: quantity ?? '' });
    }
    const levels = asked.filter(({ sku, quantity }) => sku !== '' && quantity !== '');
    const before = await documents.reportedStock(levels.map(({ sku }) => sku));
    const changed = levels.filter(({ sku, quantity }) => before.get(sku) !== quantity);
    for (const { sku, quantity } of changed) {
      await write({ sku, quantity, ...(billbeeStockId !== undefined && { stockId: billbeeStockId }) });
    }
    await documents.noteStock(changed);
    reported += changed.length;
    const isLast = rows.length < pageSize && asked.length === fresh.length;
    after = isLast ? '0' : (asked.at(-1)?.id ?? after);
    await documents.writeCursor(subject, after);
    if (isLast || fresh.length === 0) break;
  }
  return reported;
}

/** Source: `Xentral API: GET /api/v1/products/{id}/stocks`. */
async function sellable(
  { api }: Workspace,
  { id }: Product,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const answer = stocks.safeParse(await api.read(`/api/v1/products/${id}/stocks`, signal));
  return decimal(answer.data?.data?.sellable ?? answer.data?.data?.totals?.sellable);
}

function decimal(value: string | number | null | undefined): string | undefined {
  const text = String(value ?? '').trim();
  return /^-?\d{1,12}(\.\d{1,10})?$/.test(text)
    ? text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
    : undefined;
}
