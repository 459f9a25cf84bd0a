import { benchQuietRuns } from './quiet-runs.js';
import { benchThroughput } from './throughput.js';
import { benchWebhooks } from './webhook-latency.js';

/** `--long` measures what docs/performance.md shows. */
const isLong = process.argv.includes('--long');

/** Many accounts on PostgreSQL: first imports, runs that find nothing new, and how soon a webhook's order is delivered. */
export async function benchFleet(): Promise<void> {
  await (isLong ? benchThroughput(2000, 20) : benchThroughput(300, 10));
  await benchQuietRuns(isLong ? 10_000 : 1000);
  await benchWebhooks(isLong ? { webhooks: 300, everyMs: 250 } : { webhooks: 40, everyMs: 100 });
}
