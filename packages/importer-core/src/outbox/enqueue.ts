import { type Kysely, sql } from 'kysely';
import { outboxMessages } from '../messages/core/outbox-messages.js';
import type { Clock } from '../ports.js';
import { sqlText } from '../store/sql-text.js';
import type { Store } from '../store/store.js';
import type { CoreTables } from '../store/tables.js';
import { entryOf, lockOutbox, saying } from './entry.js';
import type { OutboxEntry, WriteBack } from './write-back.js';

/**
 * Puts a write-back into the outbox: safe there before anything is sent.
 *
 * A shipment reported twice (order and tracking number) and a status equal to the last one still waiting
 * are one entry. A dead entry reported again waits again. A newer stock level takes the place of one that
 * still waits or is dead. The same status after one that was sent is a new entry: something may have changed it since.
 *
 * @param revives - whether a dead entry that is reported again waits again; false for what is reported over and over by
 *   itself, which would send again and again what Billbee refuses
 * @returns the entry, new or already there
 * @throws SettingsError `write-back-invalid`
 * @example await enqueue(store, account, { kind: 'status', orderId: '300000180937794', statusId: 4 }, clock)
 */
export async function enqueue(
  store: Store,
  account: string,
  writeBack: WriteBack,
  clock: Clock,
  { revives = true }: { readonly revives?: boolean } = {},
): Promise<OutboxEntry> {
  validate(writeBack);
  const { kind, orderId, subject, dedupeKey, payload } = describe(writeBack);
  const now = Math.floor(clock.now());
  const updatedAt = new Date(now).toISOString();
  return store.db.transaction().execute(async (db) => {
    // One at a time per account, so that two reports of the same thing cannot miss each other.
    await lockOutbox(db, account);
    const same = await findSame(db, account, writeBack, subject, dedupeKey);
    if (same) {
      if (same.state !== 'dead' || !revives) return entryOf(same);
      const again = { state: 'waiting', due_at: now, attempts: 0, updated_at: updatedAt };
      return entryOf(
        await db
          .updateTable('outbox')
          .set(again)
          .where('id', '=', same.id)
          .returningAll()
          .executeTakeFirstOrThrow(),
      );
    }
    if (kind === 'stock') {
      await db
        .updateTable('outbox')
        .set({
          state: 'sent',
          ...saying(outboxMessages.problem('write-back-replaced', { kind: 'stock' })),
          updated_at: updatedAt,
        })
        .where('account', '=', account)
        .where('subject', '=', subject)
        .where('state', 'in', ['waiting', 'dead'])
        .execute();
    }
    const row = {
      account,
      kind,
      order_id: orderId,
      subject,
      dedupe_key: dedupeKey,
      payload: JSON.stringify(payload),
      state: 'waiting',
      due_at: now,
      message: null,
      updated_at: updatedAt,
    };
    return entryOf(await db.insertInto('outbox').values(row).returningAll().executeTakeFirstOrThrow());
  });
}

/**
 * Puts the same status for many orders into the outbox, in the transaction that confirms them.
 *
 * An order for which a status was put in before is left alone: an ERP can have the order, and report it as
 * shipped, before its delivery is confirmed, and "in progress" must not come after that.
 *
 * @param whileIn - sent only while Billbee has the order in one of these; absent: in whatever status
 */
export async function enqueueStatus(
  db: Kysely<CoreTables>,
  account: string,
  orderIds: readonly string[],
  statusId: number,
  now: number,
  whileIn?: readonly number[],
): Promise<void> {
  if (orderIds.length === 0) return;
  await sql`
    insert into outbox (account, kind, order_id, subject, payload, state, due_at, updated_at)
    select ${account}, 'status', value, 'order:' || value, ${JSON.stringify({ statusId, whileIn })}::json, 'waiting',
      ${Math.floor(now)}::bigint, ${new Date(now).toISOString()}
    from json_array_elements_text(${JSON.stringify(orderIds)}::json)
    where not exists (
      select 1 from outbox reported
      where reported.account = ${account} and reported.subject = 'order:' || value and reported.kind = 'status')
  `.execute(db);
}

/** What is to be done in Billbee with orders that the target has confirmed. */
export interface AfterImport {
  readonly statusId: number | undefined;
  readonly tags: readonly string[] | undefined;
  /** Only while an order is in one of these; absent: in whatever status. */
  readonly whileIn: readonly number[] | undefined;
}

/** Puts what follows an import into the outbox, in the transaction that confirms the orders: tags first, then the status. */
export async function enqueueAfterImport(
  db: Kysely<CoreTables>,
  account: string,
  orderIds: readonly string[],
  { statusId, tags = [], whileIn }: AfterImport,
  now: number,
): Promise<void> {
  if (tags.length > 0 && orderIds.length > 0) {
    await sql`
      insert into outbox (account, kind, order_id, subject, payload, state, due_at, updated_at)
      select ${account}, 'tags', value, 'order:' || value, ${JSON.stringify({ tags, whileIn })}::json, 'waiting',
        ${Math.floor(now)}::bigint, ${new Date(now).toISOString()}
      from json_array_elements_text(${JSON.stringify(orderIds)}::json)
    `.execute(db);
  }
  if (statusId !== undefined) await enqueueStatus(db, account, orderIds, statusId, now, whileIn);
}

function describe(writeBack: WriteBack) {
  if (writeBack.kind === 'stock') {
    const { sku, stockId = '' } = writeBack.level;
    const subject = sqlText(`sku:${JSON.stringify([sku, stockId])}`);
    return { kind: writeBack.kind, orderId: null, subject, dedupeKey: null, payload: writeBack.level };
  }
  const { kind, orderId } = writeBack;
  const common = { kind, orderId, subject: `order:${orderId}` };
  if (kind === 'shipment') {
    // As it will be found on the order: Billbee is sent, and gives back, no white space around it.
    const trackingNumber = writeBack.shipment.trackingNumber.trim();
    const dedupeKey = sqlText(`shipment:${orderId}:${trackingNumber}`);
    return { ...common, dedupeKey, payload: { ...writeBack.shipment, trackingNumber } };
  }
  if (kind === 'tags') return { ...common, dedupeKey: null, payload: { tags: writeBack.tags } };
  const { statusId, whileIn } = writeBack;
  return { ...common, dedupeKey: null, payload: { statusId, whileIn } };
}

async function findSame(
  db: Kysely<CoreTables>,
  account: string,
  writeBack: WriteBack,
  subject: string,
  dedupeKey: string | null,
) {
  const entries = db.selectFrom('outbox').selectAll().where('account', '=', account);
  if (dedupeKey !== null) return entries.where('dedupe_key', '=', dedupeKey).executeTakeFirst();
  if (writeBack.kind !== 'status') return undefined;
  const last = await entries
    .where('subject', '=', subject)
    .where('kind', '=', 'status')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const sameStatus = (last?.payload as { statusId?: number } | undefined)?.statusId === writeBack.statusId;
  return last && last.state !== 'sent' && sameStatus ? last : undefined;
}

function validate(writeBack: WriteBack): void {
  const problem = problemOf(writeBack);
  if (problem) {
    throw outboxMessages.settings('write-back-invalid', problem, [problem.what]);
  }
}

interface Fault {
  readonly what: 'sku' | 'quantity' | 'order' | 'status' | 'tracking';
  readonly given?: string;
  readonly orderId?: string;
}

function problemOf(writeBack: WriteBack): Fault | undefined {
  if (writeBack.kind === 'stock') {
    const { sku, quantity } = writeBack.level;
    if (sku.trim() === '') return { what: 'sku' };
    return /^-?\d{1,12}(?:\.\d{1,10})?$/.test(quantity)
      ? undefined
      : { what: 'quantity', given: shown(quantity) };
  }
  if (!/^[1-9]\d{0,19}$/.test(writeBack.orderId)) {
    return { what: 'order', given: shown(writeBack.orderId) };
  }
  if (writeBack.kind === 'status' && (!Number.isSafeInteger(writeBack.statusId) || writeBack.statusId < 1)) {
    return { what: 'status', given: String(writeBack.statusId), orderId: writeBack.orderId };
  }
  if (writeBack.kind === 'shipment' && writeBack.shipment.trackingNumber.trim() === '') {
    return { what: 'tracking', orderId: writeBack.orderId };
  }
  return undefined;
}

function shown(given: string): string {
  return JSON.stringify(given).slice(0, 60);
}
