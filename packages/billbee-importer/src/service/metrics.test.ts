import { expect, it } from 'vitest';
import { renderMetrics } from './metrics.js';
import { ServiceFigures } from './service-figures.js';

it('is the text format: each family with help and type, each sample a number', () => {
  const figures = new ServiceFigures();
  figures.endPoll('complete', undefined);
  figures.endPoll('failed', new Error());
  figures.countOrders({ created: 3, skipped: 2, held: 1 });
  figures.countOrders({ created: 1, skipped: 0, held: 0 });
  figures.hints = 7;
  const stored = {
    outbox: { waiting: 4, sent: 5, dead: 6 },
    held: 8,
    lastRun: undefined,
    lastCompleteAt: '2026-11-24T12:00:00Z',
  };
  const text = renderMetrics(figures, stored, { calls: 9, retries: 1, callsThisMonth: 90 });
  for (const line of text.trimEnd().split('\n')) {
    expect(line).toMatch(
      /^(?:# (?:HELP|TYPE) billbee_importer_\w+ .+|billbee_importer_\w+(?:\{\w+="\w+"\})? \d+(?:\.\d+)?)$/,
    );
  }
  for (const line of [
    'billbee_importer_runs_total{outcome="failed"} 1',
    'billbee_importer_orders_total{outcome="created"} 4',
    'billbee_importer_webhooks_total 7',
    'billbee_importer_calls_total 9',
    'billbee_importer_calls_this_month 90',
    'billbee_importer_outbox{state="dead"} 6',
    'billbee_importer_held 8',
    `billbee_importer_last_complete_run_seconds ${Date.parse('2026-11-24T12:00:00Z') / 1000}`,
  ]) {
    expect(text.split('\n')).toContain(line);
  }
});
