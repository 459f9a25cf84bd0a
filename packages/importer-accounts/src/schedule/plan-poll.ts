/** What the time to an account's next poll is planned from. */
export interface PollPlan {
  /** Polls in a row that found nothing. */
  readonly quietPolls: number;
  /** Calls that a poll of this account takes, on average. */
  readonly callsPerPoll: number;
  /** Bounds set by the operator, in milliseconds: an account that sells, and one that has long been quiet. */
  readonly shortestMs: number;
  readonly longestMs: number;
  /** What is left of the account's calls this month; undefined: no limit. */
  readonly callsLeft?: number | undefined;
  /** Rest of the month, in milliseconds. */
  readonly monthLeftMs: number;
  /** How much slower than planned all accounts have to be asked, so that the limit for all of them holds; 1 or more. */
  readonly stretch?: number | undefined;
}

/** From one quiet poll to the next. */
const growth = 1.5;
/** Of the calls left, polls may plan on this part; the rest is for hints, reports and pages of busy days. */
const share = 0.8;

/**
 * How long to wait before an account's next poll, in milliseconds:
 *
 *     wish   = min(longest, shortest × 1.5^quietPolls) × stretch
 *     afford = callsPerPoll × monthLeft ÷ (0.8 × callsLeft)
 *     wait   = max(wish, afford)
 *
 * An order keeps the account awake, each quiet poll lets it sleep longer, up to the bound. The budget goes before the bound:
 * an account that has used up its calls waits for the next month.
 *
 * @example planPoll({ quietPolls: 2, callsPerPoll: 1, shortestMs: 60_000, longestMs: 900_000, monthLeftMs: 1e9 }) // 135000
 */
export function planPoll(plan: PollPlan): number {
  const { quietPolls, callsPerPoll, shortestMs, longestMs, callsLeft, monthLeftMs, stretch = 1 } = plan;
  const wish = Math.min(longestMs, shortestMs * growth ** Math.min(quietPolls, 64)) * Math.max(1, stretch);
  if (callsLeft === undefined) return Math.round(wish);
  if (callsLeft < 1) return Math.max(wish, monthLeftMs);
  const afford = (callsPerPoll * monthLeftMs) / (share * callsLeft);
  return Math.round(Math.max(wish, Math.min(afford, Math.max(wish, monthLeftMs))));
}
