import type { HeldOrder } from '../../../packages/importer-core/src/index.js';
import { judgeBookings } from '../judge.js';
import type { Booked } from './erp.js';
import type { Figures } from './figures.js';
import { WITHOUT_ID } from './spoil.js';
import type { Truth, World } from './world.js';

export type Verdict = {
  readonly kind: 'lost' | 'duplicated' | 'heldWrong' | 'otherwiseWrong';
  readonly what: string;
};

export interface Evidence {
  readonly world: World;
  readonly booked: ReadonlyMap<string, Booked>;
  readonly refuses: (orderId: string) => boolean;
}

/** What is wrong whenever one looks: twice, never selected, or with another sum. */
export function judgeBooks({ world, booked }: Evidence): Verdict[] {
  const verdicts: Verdict[] = [];
  const byId = new Map(world.truths.map((truth) => [truth.id, truth]));
  const bookings = [...booked].flatMap(([orderId, { count }]) => Array<string>(count).fill(orderId));
  const { duplicated, strangers } = judgeBookings(bookings, {
    required: [],
    isKnown: (id) => byId.get(id)?.wasSelected === true,
  });
  for (const id of duplicated) verdicts.push({ kind: 'duplicated', what: `${id} came again` });
  for (const id of strangers) verdicts.push({ kind: 'otherwiseWrong', what: `${id} was never selected` });
  for (const [orderId, { count, order }] of booked) {
    const total = byId.get(orderId)?.total.toFixed(2);
    if (count < 1) verdicts.push({ kind: 'otherwiseWrong', what: `${orderId} was changed before it came` });
    if (total !== undefined && order.totals.gross !== total) {
      verdicts.push({ kind: 'otherwiseWrong', what: `${orderId} costs ${order.totals.gross}, not ${total}` });
    }
  }
  return verdicts;
}

/** What a complete run has missed: sound orders that were there, unchanged, all the time. */
export function judgeRun(evidence: Evidence, startedAt: number): Verdict[] {
  const { world, booked, refuses } = evidence;
  const verdicts: Verdict[] = [];
  // In every possible zone older than a minute: what lies before it cannot be younger than it seems.
  const settled = new Date(startedAt - 60_000).toISOString().slice(0, 19);
  for (const truth of world.truths) {
    const { id, order, since } = truth;
    if (!world.selected(truth) || since > startedAt) continue;
    truth.runs += 1;
    if (id === undefined || truth.broken || refuses(id) || booked.has(id)) continue;
    if (order.LastModifiedAt === null || isSplitOff(truth, booked)) continue;
    const isSettled = order.LastModifiedAt <= settled;
    if (isSettled || truth.runs >= 2) {
      verdicts.push({
        kind: 'lost',
        what: `${id} was not in complete run ${truth.runs} (${isSettled ? 'settled' : 'fresh'} ${order.LastModifiedAt})`,
      });
    }
  }
  return verdicts;
}

/** What is wrong when everything is quiet and complete. */
export function judgeEnd(
  evidence: Evidence,
  held: readonly HeldOrder[],
  payloads: readonly string[],
  changes: string,
  figures: Figures,
): Verdict[] {
  const { world, booked, refuses } = evidence;
  const verdicts = judgeBooks(evidence);
  const holds = new Map(held.map((hold) => [hold.orderId, hold]));
  for (const truth of world.truths) {
    const { id, order, broken } = truth;
    if (!world.selected(truth)) continue;
    if (id === undefined) {
      if (payloads.some((payload) => payload.includes(`"Id":"${order.Id}"`))) figures.heldRight += 1;
      else verdicts.push({ kind: 'heldWrong', what: `the order without an id (${order.Id}) is not held` });
      continue;
    }
    const hold = holds.get(id);
    const wanted = broken ?? (refuses(id) ? 'erp-refused' : undefined);
    const book = booked.get(id);
    if (wanted === undefined) {
      if (!book && isSplitOff(truth, booked) && hold?.reason === 'split-off-delivered') continue;
      if (!book)
        verdicts.push({ kind: 'lost', what: `${id} (s${order.State} ${order.LastModifiedAt}) is lost` });
      else if (changes === 'update' && book.order.billingAddress?.city !== order.InvoiceAddress?.City) {
        verdicts.push({ kind: 'otherwiseWrong', what: `${id} is booked with an old address` });
      }
    } else if (!book && hold?.reason !== wanted && hold?.reason !== 'split-off-delivered') {
      verdicts.push({ kind: 'heldWrong', what: `${id} should be held (${wanted}), is ${hold?.reason}` });
    }
  }
  for (const hold of held) verdicts.push(...judgeHold(evidence, hold, changes, figures));
  return verdicts;
}

function judgeHold(
  { world, booked, refuses }: Evidence,
  hold: HeldOrder,
  changes: string,
  figures: Figures,
): Verdict[] {
  const { orderId, reason } = hold;
  const wrong = (why: string): Verdict[] => [
    { kind: 'heldWrong', what: `${orderId} is held (${reason}): ${why}` },
  ];
  if (orderId.startsWith('unknown-')) return reason === WITHOUT_ID ? [] : wrong('another reason');
  const truth = world.truths.find(({ id }) => id === orderId);
  if (!truth) return wrong('it does not exist');
  const { broken, removed, wasBroken, wasEdited } = truth;
  if (booked.has(orderId)) {
    if (changes === 'ignore' || !(wasEdited || wasBroken)) return wrong('it is delivered');
  } else if (reason === 'order-gone') {
    if (!removed) return wrong('it is still there');
  } else if (reason === 'split-off-delivered') {
    if (!isSplitOff(truth, booked)) return wrong('its parent is not delivered');
  } else if (reason === 'erp-refused') {
    if (!refuses(orderId)) return wrong('the ERP takes it');
  } else if (!wasBroken) return wrong('it was never broken');
  else if (world.selected(truth) && !broken) return wrong('it is sound');
  figures.heldRight += 1;
  return [];
}

/** Whether the ERP has the order that this one was split off. */
function isSplitOff({ parent }: Truth, booked: Evidence['booked']): boolean {
  return parent?.id !== undefined && booked.has(parent.id);
}

/** One line per thing that is wrong. */
export function report(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ kind, what }) => `${kind}: ${what}`).join('\n');
}
