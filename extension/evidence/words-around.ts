import type { CandidateList } from './candidates.js';

/** `OrderStateId`, `newState`, `setStatus`, `Bestellstatus`, `/de/order/state/3`, `orderstate_3`. */
const orderState =
  /(?:order|auftrags?|bestell(?:ung)?s?|new|neuer|set|change|target)[^a-z]{0,3}(?:stat(?:e|us)|zustand)|orders?\/stat/i;
const anyState = /stat(?:e|us|i\b|ut)|zustand/i;
/** Other things that have states and numbers. */
const other =
  /pay|zahl|ship|versand|liefer|deliver|carrier|mail|template|vorlage|shop|tax|vat|steuer|pag(?:e|ing|in)|sort|index|count|step|docu|invoice|rechnung|item|artic|artikel|product|stock|countr|land|region|lang|user|customer|kunde|ticket|task|job|print|sync/i;

/**
 * What the page says a list is about: `order-state`, `state` of something, or nothing that helps. Only lists with few
 * or no known labels need it.
 */
export function subjectOf({
  place,
  template,
  about,
}: Pick<CandidateList, 'place' | 'template' | 'about'>): 'order-state' | 'state' | undefined {
  const words = `${place} ${template} ${about}`;
  if (other.test(words)) return undefined;
  if (orderState.test(words)) return 'order-state';
  return anyState.test(words) ? 'state' : undefined;
}
