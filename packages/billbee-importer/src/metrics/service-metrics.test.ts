import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ServiceMetrics } from './service-metrics.js';

const stored = {
  accounts: { enabled: 3, disabled: 1, failing: 2 },
  outbox: { waiting: 4, sent: 5, dead: 6 },
  outboxAgeSeconds: 12.5,
  held: new Map([['total-mismatch', 8]]),
  callsThisMonth: 90,
  lagSeconds: 30,
  overdueSeconds: 0,
};
const call = { method: 'GET', route: '/orders', status: 200, error: undefined, attempt: 1, durationMs: 40 };

it('counts what happens and shows what is stored', async () => {
  const metrics = new ServiceMetrics();
  metrics.countRun('complete');
  metrics.countOrders({ created: 3, skipped: 2, held: 1 });
  metrics.countOrders({ created: 1, skipped: 0, held: 0 });
  metrics.countWebhook();
  metrics.countCall(call);
  metrics.countCall({ ...call, status: 429, error: 'throttled', attempt: 2 });
  metrics.setMonth({ calls: 90, planned: 700, callsLeft: 910, stretch: 1 });
  const lastCompleteAt = Date.parse('2026-11-24T12:00:00Z');
  const text = await metrics.render({ stored, lastCompleteAt, queue: { waiting: 2, dead: 0 } });
  for (const line of [
    'runs_total{outcome="complete"} 1',
    'orders_total{outcome="created"} 4',
    'webhooks_total 1',
    'calls_total{route="GET /orders",outcome="throttled"} 1',
    'call_retries_total 1',
    'throttled_total 1',
    'calls_this_month 90',
    'calls_planned 700',
    'calls_left 910',
    'outbox{state="dead"} 6',
    'outbox_age_seconds 12.5',
    'held{reason="total-mismatch"} 8',
    'lag_seconds 30',
    'accounts{state="failing"} 2',
    'queue{state="waiting"} 2',
    `last_complete_run_seconds ${lastCompleteAt / 1000}`,
  ]) {
    expect(text.split('\n')).toContain(`billbee_importer_${line}`);
  }
});

it('leaves out what does not apply', async () => {
  const metrics = new ServiceMetrics();
  const values = (text: string): string[] =>
    text
      .split('\n')
      .filter((line) =>
        /^billbee_importer_(?:calls_left|lag_seconds|last_complete_run_seconds|shops) /.test(line),
      );
  const empty = { stored: { ...stored, lagSeconds: undefined } };
  expect(values(await metrics.render(empty))).toEqual([]);
  metrics.setMonth({ calls: 90, planned: 700, callsLeft: 910, stretch: 1 });
  expect(values(await metrics.render({ stored, lastCompleteAt: 1000, shops: 2 }))).toHaveLength(4);
  metrics.setMonth({ calls: 90, planned: 700, callsLeft: undefined, stretch: 1 });
  expect(values(await metrics.render(empty))).toEqual([]);
});

it('forgets reasons for which no order is held any more', async () => {
  const metrics = new ServiceMetrics();
  await metrics.render({ stored });
  expect(await metrics.render({ stored: { ...stored, held: new Map() } })).not.toContain('total-mismatch');
});

it('has no label that could name an account, an order or a person', async () => {
  const text = await new ServiceMetrics().render({ stored });
  const labels = new Set([...text.matchAll(/[{,](\w+)="/g)].map(([, label]) => label));
  const allowed = [
    'state',
    'reason',
    'outcome',
    'route',
    'le',
    'version',
    'major',
    'minor',
    'patch',
    'kind',
    'type',
  ];
  for (const label of labels) expect([...allowed, 'space']).toContain(label);
});

it('has every metric that the dashboard shows, and the dashboard shows all of its own', async () => {
  const file = new URL('../../../../docs/grafana-dashboard.json', import.meta.url);
  const dashboard = JSON.parse(readFileSync(file, 'utf8')) as {
    panels: { title: string; targets?: { expr: string }[] }[];
  };
  const metrics = new ServiceMetrics();
  const shown = new Set<string>();
  for (const panel of dashboard.panels) {
    expect(panel.targets?.length, panel.title).toBeGreaterThan(0);
    for (const { expr } of panel.targets ?? []) {
      const names = [...expr.matchAll(/[a-z_]{4,}(?=[{[\s)]|$)/g)]
        .map(([name]) => name.replace(/_(?:bucket|sum|count)$/, ''))
        .filter((name) => /^(?:billbee_importer|process|nodejs)_/.test(name));
      expect(names.length, expr).toBeGreaterThan(0);
      for (const name of names) {
        expect(metrics.names, expr).toContain(name);
        shown.add(name);
      }
    }
  }
  const own = metrics.names.filter((name) => name.startsWith('billbee_importer_'));
  expect(own.filter((name) => !shown.has(name))).toEqual([]);
});
