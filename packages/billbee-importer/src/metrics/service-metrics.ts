import type { MonthPlan, StoreOverview } from 'importer-accounts';
import type { ImportSummary } from 'importer-core';
import type { BillbeeCall } from 'importer-core/service';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is read from outside whenever somebody asks for the figures. */
export interface CollectedFigures {
  readonly stored: StoreOverview;
  /** When a run last read everything, in milliseconds since 1970; undefined when none did. */
  readonly lastCompleteAt?: number | undefined;
  readonly queue?: { readonly waiting: number; readonly dead: number } | undefined;
  readonly shops?: number | undefined;
}

const prefix = 'billbee_importer_';

/**
 * The service's figures for Prometheus. No label holds an account or an order: their number is unbounded, and they are
 * nobody's business but the log's.
 */
export class ServiceMetrics {
  readonly #registry = new Registry();
  readonly #runs = this.#counter('runs_total', 'Import runs since the start.', ['outcome']);
  readonly #orders = this.#counter('orders_total', 'Orders met since the start.', ['outcome']);
  readonly #webhooks = this.#counter('webhooks_total', 'Signed webhooks since the start.');
  readonly #calls = this.#counter('calls_total', 'HTTP requests to Billbee since the start.', [
    'route',
    'outcome',
  ]);
  readonly #retries = this.#counter('call_retries_total', 'Repeated requests among them.');
  readonly #throttled = this.#counter('throttled_total', 'Requests that Billbee refused with 429.');
  readonly #reports = this.#counter('reports_sent_total', 'Write-backs sent to Billbee since the start.');
  readonly #leases = this.#counter('leases_total', 'Leases of accounts since the start.', ['outcome']);
  readonly #callSeconds = new Histogram({
    name: `${prefix}call_seconds`,
    help: 'Duration of requests to Billbee.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers: [this.#registry],
  });
  readonly #leaseSeconds = new Histogram({
    name: `${prefix}lease_seconds`,
    help: 'Duration of leases.',
    buckets: [0.1, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120],
    registers: [this.#registry],
  });
  readonly #leasesHeld = this.#gauge('leases_held', 'Leases held.');
  readonly #accounts = this.#gauge('accounts', 'Accounts by state.', ['state']);
  readonly #callsThisMonth = this.#gauge('calls_this_month', 'Calls to Billbee in the calendar month.');
  readonly #callsPlanned = this.#gauge(
    'calls_planned',
    'Calls that polls will take until the end of the month.',
  );
  readonly #callsLeft = this.#gauge(
    'calls_left',
    'Calls left of the limit for all accounts; absent without one.',
  );
  readonly #stretch = this.#gauge(
    'poll_stretch',
    'How much slower than wished accounts are asked, to keep the limit.',
  );
  readonly #outbox = this.#gauge('outbox', 'Write-backs by state.', ['state']);
  readonly #outboxAge = this.#gauge('outbox_age_seconds', 'How long the oldest write-back has been due.');
  readonly #held = this.#gauge('held', 'Orders held back, by reason.', ['reason']);
  readonly #lag = this.#gauge('lag_seconds', 'Since the account that waits longest was read completely.');
  readonly #overdue = this.#gauge('overdue_seconds', 'How long the most delayed poll has been due.');
  readonly #lastComplete = this.#gauge(
    'last_complete_run_seconds',
    'When a run last read everything, as seconds since 1970.',
  );
  readonly #queue = this.#gauge('queue', 'Jobs in the queue by state.', ['state']);
  readonly #shops = this.#gauge('shops', 'ERP shops that may use the service.');

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
    for (const gauge of [this.#callsLeft, this.#lag, this.#lastComplete, this.#shops])
      setOrLeaveOut(gauge, undefined);
  }

  /** Every metric there can be, for dashboards. */
  get names(): readonly string[] {
    return this.#registry.getMetricsAsArray().map(({ name }) => name);
  }

  countRun(outcome: string): void {
    this.#runs.inc({ outcome });
  }

  countOrders({ created, skipped, held }: Pick<ImportSummary, 'created' | 'skipped' | 'held'>): void {
    for (const [outcome, count] of Object.entries({ created, skipped, held }))
      this.#orders.inc({ outcome }, count);
  }

  countWebhook(): void {
    this.#webhooks.inc();
  }

  countCall({ method, route, error, attempt, durationMs, status }: BillbeeCall): void {
    this.#calls.inc({ route: `${method} ${route}`, outcome: error ?? 'ok' });
    this.#callSeconds.observe(durationMs / 1000);
    if (attempt > 1) this.#retries.inc();
    if (status === 429) this.#throttled.inc();
  }

  countReports(sent: number): void {
    this.#reports.inc(sent);
  }

  countLease(outcome: string, elapsedMs: number): void {
    this.#leases.inc({ outcome });
    this.#leaseSeconds.observe(elapsedMs / 1000);
  }

  setLeasesHeld(leases: number): void {
    this.#leasesHeld.set(leases);
  }

  setMonth({ planned, callsLeft, stretch }: MonthPlan): void {
    this.#callsPlanned.set(planned);
    this.#stretch.set(stretch);
    setOrLeaveOut(this.#callsLeft, callsLeft);
  }

  /** The figures in Prometheus' text format, version 0.0.4. */
  async render({ stored, lastCompleteAt, queue, shops }: CollectedFigures): Promise<string> {
    const by = (gauge: Gauge, label: string, values: Iterable<readonly [string, number]>): void => {
      gauge.reset();
      for (const [name, value] of values) gauge.set({ [label]: name }, value);
    };
    by(this.#accounts, 'state', Object.entries(stored.accounts));
    by(this.#outbox, 'state', Object.entries(stored.outbox));
    by(this.#held, 'reason', stored.held);
    by(this.#queue, 'state', Object.entries(queue ?? {}));
    this.#outboxAge.set(stored.outboxAgeSeconds);
    this.#callsThisMonth.set(stored.callsThisMonth);
    this.#overdue.set(stored.overdueSeconds);
    setOrLeaveOut(this.#lastComplete, lastCompleteAt === undefined ? undefined : lastCompleteAt / 1000);
    setOrLeaveOut(this.#lag, stored.lagSeconds);
    setOrLeaveOut(this.#shops, shops);
    return this.#registry.metrics();
  }

  #counter(name: string, help: string, labelNames: string[] = []): Counter {
    return new Counter({ name: `${prefix}${name}`, help, labelNames, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name: `${prefix}${name}`, help, labelNames, registers: [this.#registry] });
  }
}

/** A figure that does not apply is not there, and not 0: somebody may have an alarm on it. */
function setOrLeaveOut(gauge: Gauge, value: number | undefined): void {
  if (value === undefined) gauge.remove();
  else gauge.set(value);
}
