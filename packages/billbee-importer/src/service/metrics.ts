import type { StoreFigures } from 'importer-core';
import type { ServiceFigures } from './service-figures.js';

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

/**
 * The service's figures in Prometheus' text format, version 0.0.4.
 *
 * @param usage calls to Billbee since the start
 */
export function renderMetrics(
  service: ServiceFigures,
  stored: StoreFigures,
  usage: { readonly calls: number; readonly retries: number; readonly callsThisMonth: number },
): string {
  const by = (name: string, counts: ReadonlyMap<string, number>): Sample[] =>
    [...counts].map(([label, value]) => [{ [name]: label }, value]);
  const lastComplete = stored.lastCompleteAt === undefined ? 0 : Date.parse(stored.lastCompleteAt) / 1000;
  const { waiting, sent, dead } = stored.outbox;
  return [
    family('runs_total', 'counter', 'Import runs since the start.', by('outcome', service.runs)),
    family('orders_total', 'counter', 'Orders met since the start.', by('outcome', service.orders)),
    family('webhooks_total', 'counter', 'Signed webhooks since the start.', [[{}, service.hints]]),
    family('calls_total', 'counter', 'Calls to Billbee since the start.', [[{}, usage.calls]]),
    family('call_retries_total', 'counter', 'Repeated calls among them.', [[{}, usage.retries]]),
    family('calls_this_month', 'gauge', 'Calls to Billbee in the calendar month.', [
      [{}, usage.callsThisMonth],
    ]),
    family('outbox', 'gauge', 'Write-backs by state.', [
      [{ state: 'waiting' }, waiting],
      [{ state: 'sent' }, sent],
      [{ state: 'dead' }, dead],
    ]),
    family('held', 'gauge', 'Orders held back.', [[{}, stored.held]]),
    family('last_complete_run_seconds', 'gauge', 'When a run last read everything, as seconds since 1970.', [
      [{}, lastComplete],
    ]),
  ].join('');
}

function family(name: string, type: 'counter' | 'gauge', help: string, samples: readonly Sample[]): string {
  const full = `billbee_importer_${name}`;
  const lines = samples.map(([labels, value]) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
    return `${full}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`;
  });
  return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${lines.join('')}`;
}
