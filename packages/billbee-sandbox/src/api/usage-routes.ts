import type { CallLog } from '../call-log.js';
import type { SandboxState } from '../state/state.js';
import { answer, envelope } from './answers.js';
import type { Api } from './api-env.js';
import { Query } from './query.js';

/**
 * Calls of a month, per user. Billbee's help centre names both addresses and the Date parameter
 * (`YYYYMMDD`); the shape of the answer is not published and is ours.
 */
export function usageRoutes(app: Api, state: SandboxState, log: CallLog, user: string): void {
  const monthOf = (url: string): string => {
    const date = new Query(new URL(url).search, state.zone).text('Date');
    return date && /^\d{8}$/.test(date) ? date.slice(0, 6) : state.now().slice(0, 7).replace('-', '');
  };
  app.get('/apiusage', (context) => {
    const Count = log
      .usage(user.toLowerCase(), monthOf(context.req.url))
      .reduce((sum, { count }) => sum + count, 0);
    return answer(envelope([{ User: user, Count }]));
  });
  app.get('/apiusage/detail', (context) => {
    const rows = log.usage(user.toLowerCase(), monthOf(context.req.url));
    return answer(
      envelope(rows.map(({ endpoint, count }) => ({ User: user, Endpoint: endpoint, Count: count }))),
    );
  });
}
