/** Schedule: whose turn it is to be asked for orders, over all machines. */
export {
  type AccountTurn,
  askNow,
  endTurn,
  postpone,
  renewTurn,
  type TurnEnd,
  takeTurn,
} from './account-turns.js';
export { type DueAccount, pickDueAccounts } from './due-accounts.js';
export { type MonthPlan, planMonth } from './plan-month.js';
export { type PollPlan, planPoll } from './plan-poll.js';
