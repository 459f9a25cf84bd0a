import type { Kysely } from 'kysely';
import { StopError } from '../errors.js';
import { enqueueStatus } from '../outbox/enqueue.js';
import type { Clock } from '../ports.js';
import {
  confirmDeliveries,
  type DeliveryPlace,
  type DeliveryRow,
  findDeliveries,
  noteChanges,
  releaseClaims,
  writeDeliveries,
} from '../store/deliveries.js';
import { clearHolds, findHolds, type Hold, writeHolds } from '../store/holds.js';
import { findOwnStatuses } from '../store/own-status-changes.js';
import type { RunSession } from '../store/run-session.js';
import type { HoldOrigin, Tables } from '../store/tables.js';
import type { Target } from '../target/target.js';
import { decide, type NamedOrder, type Rules, type Verdict } from './decide.js';
import type { ImportDecision } from './import-options.js';
import type { HoldReason } from './prepared-order.js';

export interface StepContext {
  readonly session: RunSession;
  readonly place: DeliveryPlace;
  readonly target: Target;
  readonly clock: Clock;
  readonly rules: Rules;
  readonly keyOf: (orderId: string) => string;
  readonly dryRun: boolean;
  /** In a dry run: ask the target about new orders, because the store may not know what it holds. */
  readonly askTarget: boolean;
  /** Status to set in Billbee once the target has confirmed an order. */
  readonly statusAfterImport: number | undefined;
  readonly onDecision: (decision: ImportDecision) => void;
}

interface Planned {
  readonly named: NamedOrder;
  readonly verdict: Verdict;
}

type Offered = Planned & { readonly verdict: Extract<Verdict, { order: unknown }> };

/**
 * Brings orders through the steps that lose and double nothing: claim (one transaction), deliver, confirm
 * (one transaction). A crash between any two leaves a claim, and the next run asks the target about it.
 */
export class OrderSteps {
  readonly #context: StepContext;

  constructor(context: StepContext) {
    this.#context = context;
  }

  /**
   * @param select given the transaction of the claim, says which of the orders to handle
   * @param quota most orders to create or hold; the rest is left alone
   */
  async run(
    orders: readonly NamedOrder[],
    select: (db: Kysely<Tables>) => Promise<readonly NamedOrder[]> = async () => orders,
    quota = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    const { session, dryRun } = this.#context;
    const planned = await session.transaction(async (db) => {
      const plan = withinQuota(await this.#plan(db, await select(db)), quota);
      if (!dryRun) await this.#claim(db, plan);
      return plan;
    });
    if (this.#context.askTarget) await this.#skipWhatTargetHas(planned);
    for (const one of planned) if (dryRun || !isOffer(one)) this.#report(one);
    if (dryRun) return;
    const offers = planned.filter(isOffer);
    await this.#deliver(offers.filter((offer) => offer.verdict.action === 'create'));
    await this.#deliver(offers.filter((offer) => offer.verdict.action === 'update'));
  }

  async #plan(db: Kysely<Tables>, orders: readonly NamedOrder[]): Promise<Planned[]> {
    if (orders.length === 0) return [];
    const { place, rules } = this.#context;
    const ids = orders.map((order) => order.id);
    const deliveries = await findDeliveries(db, place, ids);
    const holds = await findHolds(db, place, ids);
    const moved = orders.flatMap(({ id, prepared: { statusId } }) => {
      const delivery = deliveries.get(id);
      return delivery && statusId !== undefined && delivery.statusId !== statusId
        ? [{ orderId: id, statusId }]
        : [];
    });
    const own = await findOwnStatuses(db, place.account, moved);
    const planned: Planned[] = [];
    for (const named of orders) {
      const known = {
        delivery: deliveries.get(named.id),
        hold: holds.get(named.id),
        ownStatus: own.has(named.id),
      };
      planned.push({ named, verdict: await decide(named, known, rules) });
    }
    return planned;
  }

  async #claim(db: Kysely<Tables>, planned: readonly Planned[]): Promise<void> {
    const { place, keyOf } = this.#context;
    const now = this.#now();
    const creates = planned.filter((one) => one.verdict.action === 'create');
    const noted = (note: string) =>
      planned.filter(({ verdict }) => verdict.action === 'skip' && verdict.note === note);
    await writeDeliveries(
      db,
      place,
      'claimed',
      creates.map((one) => rowOf(one.named, keyOf)),
      now,
    );
    await writeDeliveries(
      db,
      place,
      'delivered',
      noted('adopt').map((one) => rowOf(one.named, keyOf)),
      now,
    );
    await noteChanges(
      db,
      place,
      noted('changed').map(({ named }) => ({ orderId: named.id, contentHash: named.prepared.contentHash })),
    );
    const holds: Hold[] = [];
    for (const { named, verdict } of planned) {
      if (verdict.action === 'hold') holds.push(await holdOf(named, verdict.origin, verdict));
    }
    await writeHolds(db, place, holds, now);
    await releaseClaims(
      db,
      place,
      holds.map((hold) => hold.holdId),
    );
    const settled = planned.filter(
      ({ verdict }) => verdict.action === 'skip' && verdict.reason === 'already-delivered',
    );
    await clearHolds(
      db,
      place,
      settled.map((one) => one.named.id),
    );
  }

  async #deliver(offers: readonly Offered[]): Promise<void> {
    if (offers.length === 0) return;
    const { session, target, place, keyOf, statusAfterImport } = this.#context;
    const deliveries = offers.map(({ named, verdict }) => ({ key: keyOf(named.id), order: verdict.order }));
    const isUpdate = offers[0]?.verdict.action === 'update';
    const outcomes =
      isUpdate && target.update ? await target.update(deliveries) : await target.deliver(deliveries);
    if (outcomes.length !== offers.length) throw incomplete(target, offers.length, outcomes.length);
    const done = offers.filter((_, index) => outcomes[index]?.outcome === 'delivered');
    const now = this.#now();
    const refused: { named: NamedOrder; refusal: HoldReason }[] = [];
    offers.forEach(({ named }, index) => {
      const outcome = outcomes[index];
      if (outcome?.outcome === 'held') refused.push({ named, refusal: outcome });
    });
    await session.transaction(async (db) => {
      const ids = done.map((one) => one.named.id);
      if (isUpdate)
        await writeDeliveries(
          db,
          place,
          'delivered',
          done.map((one) => rowOf(one.named, keyOf)),
          now,
        );
      else await confirmDeliveries(db, place, ids, now);
      await clearHolds(db, place, ids);
      const holds: Hold[] = [];
      for (const { named, refusal } of refused) {
        holds.push(await holdOf(named, isUpdate ? 'change' : 'target', refusal));
      }
      await writeHolds(db, place, holds, now);
      await releaseClaims(
        db,
        place,
        holds.map((hold) => hold.holdId),
      );
      if (!isUpdate && statusAfterImport !== undefined) {
        await enqueueStatus(db, place.account, ids, statusAfterImport, this.#context.clock.now());
      }
    });
    for (const one of done) this.#report(one);
    for (const { named, refusal } of refused) {
      this.#report({ named, verdict: { action: 'hold', origin: 'target', ...refusal } });
    }
  }

  async #skipWhatTargetHas(planned: Planned[]): Promise<void> {
    const { target, keyOf } = this.#context;
    const found = await target.findDelivered(planned.map(({ named }) => keyOf(named.id)));
    planned.forEach(({ named, verdict }, index) => {
      if (verdict.action !== 'create' || !found.has(keyOf(named.id))) return;
      planned[index] = { named, verdict: { action: 'skip', reason: 'already-delivered' } };
    });
  }

  #report({ named, verdict }: Planned): void {
    if (verdict.action === 'pass-over') return;
    const { field, message } = verdict as Partial<HoldReason>;
    this.#context.onDecision({
      orderId: named.id,
      action: verdict.action,
      reason: verdict.reason,
      field,
      message,
    });
  }

  #now(): string {
    return new Date(this.#context.clock.now()).toISOString();
  }
}

function isOffer(planned: Planned): planned is Offered {
  return planned.verdict.action === 'create' || planned.verdict.action === 'update';
}

function withinQuota(planned: readonly Planned[], quota: number): Planned[] {
  let left = quota;
  const taken: Planned[] = [];
  for (const one of planned) {
    if (left <= 0) break;
    if (one.verdict.action === 'hold' || isOffer(one)) left -= 1;
    taken.push(one);
  }
  return taken;
}

function rowOf({ id, prepared }: NamedOrder, keyOf: (orderId: string) => string): DeliveryRow {
  const { contentHash, statusId = 0, modifiedAt } = prepared;
  return { orderId: id, key: keyOf(id), contentHash, statusId, modifiedAt };
}

async function holdOf(named: NamedOrder, origin: HoldOrigin, why: HoldReason): Promise<Hold> {
  const { text, hash } = await named.payload();
  const { reason, field, message } = why;
  return { holdId: named.id, origin, reason, field, message, payload: text, payloadHash: hash };
}

function incomplete(target: Target, sent: number, answered: number): StopError {
  return new StopError(
    'target-outcome-missing',
    `The target ${target.id} gave ${answered} outcomes for ${sent} orders. Its orders stay claimed; the next ` +
      'run asks it which ones it has.',
  );
}
