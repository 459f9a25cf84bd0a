import { billingMonthLeft, planPoll } from 'importer-accounts';
import type { WorkSession } from './work-session.js';

/**
 * When an account is polled next, in milliseconds; `Infinity` for one that is only polled when somebody asks.
 *
 * @param found `quietPolls` and `callsPerPoll` as the poll has left them; `now`: milliseconds since 1970; `stretch`: how much slower than
 *   wished all accounts are asked
 */
export async function nextPollIn(
  { session, poll }: Pick<WorkSession, 'session' | 'poll'>,
  found: {
    readonly quietPolls: number;
    readonly callsPerPoll: number;
    readonly now: number;
    readonly stretch: number;
  },
): Promise<number> {
  if (!poll) return Number.POSITIVE_INFINITY;
  const { quietPolls, callsPerPoll, now, stretch } = found;
  const stopAt = session.limits?.stopAt;
  const used = stopAt === undefined ? 0 : await session.budget.callsThisMonth();
  const wait = planPoll({
    ...poll,
    quietPolls,
    callsPerPoll,
    callsLeft: stopAt === undefined ? undefined : Math.max(0, stopAt - used),
    monthLeftMs: billingMonthLeft(now),
    stretch,
  });
  // Merchants whose polls once fell on the same second do not march in step for ever.
  return Math.round(wait * (0.95 + 0.1 * Math.random()));
}
