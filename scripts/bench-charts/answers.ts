import type { Figure } from '../bench/figure.js';
import { figure as written } from './plot.js';

/** Billbee's limits for one developer key, and for one operation of one account. Source: `Billbee API: Throttling`. */
const callsPerSecond = 50;
const callsPerOperation = 2;
const ordersPerCall = 250;
const freshnessSeconds = 300;

/**
 * What readers ask before anything else, answered from the figures of this run: how many merchants, how many orders, how much memory, how soon.
 *
 * @returns a table in Markdown; a question whose figure is missing is left out
 */
export function answers(figures: readonly Figure[]): string {
  const find = (pattern: RegExp): (Figure & { value: number }) | undefined =>
    figures.find((one): one is Figure & { value: number } => one.value !== null && pattern.test(one.name));
  const perCore = find(/quiet-accounts\/1-workers\/merchants-per-core$/);
  const workerTime = find(/quiet-accounts\/1-workers\/worker-time$/);
  const databaseTime = find(/quiet-accounts\/1-workers\/database-time$/);
  const imported = find(/^fleet\/\d+-accounts\/1-workers$/);
  const perOrder = find(/^fleet\/\d+-accounts\/1-workers\/database-time$/);
  const throttled = find(/^throttled\/20-pages$/);
  const memory = find(/^memory\/import$/);
  const serve = find(/^memory\/serve/);
  const p50 = find(/webhook-to-delivery\/p50$/);
  const p99 = find(/webhook-to-delivery\/p99$/);
  const key = written(callsPerSecond * freshnessSeconds);
  const rows: (readonly [question: string, answer: string] | undefined)[] = [
    perCore &&
      workerTime &&
      databaseTime && [
        'How many merchants does one core carry, each asked every five minutes, mostly without anything new?',
        `**${written(perCore.value)}**: such a run takes ${written(workerTime.value)} ms of a worker and ${written(databaseTime.value)} ms of PostgreSQL. One developer key allows ${callsPerSecond} calls a second, which is ${key} merchants; beyond that polls are stretched, or a second key is needed`,
      ],
    throttled && [
      'How many orders an hour does Billbee let one account read?',
      `**${written(callsPerOperation * ordersPerCall * 3600)}**: ${callsPerOperation} calls a second, ${ordersPerCall} orders a call; an import keeps up with that (5,000 took ${written(throttled.value / 1000)} s)`,
    ],
    imported &&
      perOrder && [
        'How many orders a second does an installation take in, on these cores, with PostgreSQL and Billbee’s stand-in on the same?',
        `**${written(imported.value)}**; an order takes ${written(perOrder.value)} ms of PostgreSQL`,
      ],
    memory && [
      'How much memory does it need?',
      `**${written(memory.value)} MiB** at the peak of an import of 10,000 orders into a new embedded database${serve ? `, ${written(serve.value)} MiB for \`serve\`` : ''}; on Node 24 see [Install](install.md#memory)`,
    ],
    p50 &&
      p99 && [
        'How soon is an order there that Billbee tells of by webhook?',
        `half of them within **${written(p50.value)} ms**, 99 of 100 within ${written(p99.value)} ms`,
      ],
  ];
  const lines = rows.flatMap((one) => (one ? [`| ${one[0]} | ${one[1]} |`] : []));
  return ['| question | answer |', '| --- | --- |', ...lines].join('\n');
}
