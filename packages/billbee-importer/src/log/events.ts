/**
 * Everything the service can log: each event with its fields, and nothing else. A field is a number, a name from a fixed
 * list, an account (written as its id), or the message of one of our own errors, which hold no secret and no personal data. Whatever else is
 * handed over is left out, so that no payload, header or credential can get into a log by mistake.
 */
export interface LogEvents {
  'worker-started': { concurrency: number; leaseMs: number; version: string };
  'worker-stopping': { leases: number };
  'worker-stopped': Record<never, never>;
  'worker-failed': { code: string; message: string };
  'database-failed': { code: string };
  'retention-failed': { code: string };
  'lease-ended': {
    account: string;
    work: string;
    outcome: string;
    code?: string | undefined;
    message?: string | undefined;
    read: number;
    created: number;
    skipped: number;
    held: number;
    calls: number;
    retries: number;
    sent: number;
    elapsedMs: number;
    nextMs?: number | undefined;
  };
  'lease-lost': { account: string };
  'job-left': { account: string; minReader: number };
  'job-buried': { account: string; work: string; code: string };
  'calls-warning': { account: string; calls: number; warnAt: number };
  'month-stretched': { calls: number; planned: number; stretch: number };
  'webhooks-registered': { account: string; outcome: string };
  'webhook-received': { account: string; orders: number };
  'service-listening': { url: string };
  'service-stopped': Record<never, never>;
}

export type LogEvent = keyof LogEvents;
export type LogLevel = 'info' | 'warn' | 'error';

/** Level and allowed fields of every event: what the types say, once more for the running program. */
export const eventForms: {
  readonly [Event in LogEvent]: readonly [LogLevel, ...(keyof LogEvents[Event])[]];
} = {
  'worker-started': ['info', 'concurrency', 'leaseMs', 'version'],
  'worker-stopping': ['info', 'leases'],
  'worker-stopped': ['info'],
  'worker-failed': ['error', 'code', 'message'],
  'database-failed': ['error', 'code'],
  'retention-failed': ['error', 'code'],
  'lease-ended': [
    'info',
    'account',
    'work',
    'outcome',
    'code',
    'message',
    'read',
    'created',
    'skipped',
    'held',
    'calls',
    'retries',
    'sent',
    'elapsedMs',
    'nextMs',
  ],
  'lease-lost': ['warn', 'account'],
  'job-left': ['info', 'account', 'minReader'],
  'job-buried': ['warn', 'account', 'work', 'code'],
  'calls-warning': ['warn', 'account', 'calls', 'warnAt'],
  'month-stretched': ['warn', 'calls', 'planned', 'stretch'],
  'webhooks-registered': ['info', 'account', 'outcome'],
  'webhook-received': ['info', 'account', 'orders'],
  'service-listening': ['info', 'url'],
  'service-stopped': ['info'],
};
