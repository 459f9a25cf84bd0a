import type { RetryHeldOutcome } from 'importer-core';
import type { Terminal } from '../console/terminal.js';
import { codeOf, type Log, messageOf } from '../log/log.js';
import { causeIn, sentence } from '../texts/wording.js';

import type { WorkResult } from './work-result.js';
import type { EndedWork } from './worker.js';

/** Logs what became of the work on an account of the store. */
export function logWork(log: Log, { key: account, kind: work, result, elapsedMs }: EndedWork): void {
  const { outcome, error, read, created, skipped, held, calls, retries, sent, nextMs, dead, steps } = result;
  if (outcome === 'busy') return;
  if (outcome === 'lost') log.write('lease-lost', { account });
  const failed = error !== undefined ? { code: codeOf(error), message: messageOf(error) } : {};
  const figures = { read, created, skipped, held, calls, retries, sent, elapsedMs };
  const next = nextMs !== undefined && Number.isFinite(nextMs) ? { nextMs } : {};
  log.write('lease-ended', { account, work, outcome, ...failed, ...figures, ...next });
  if (dead) log.write('job-buried', { account, work, code: codeOf(error) });
  if (steps.registration) {
    const told =
      typeof steps.registration === 'string' ? steps.registration : codeOf(steps.registration.error);
    if (told !== 'none' && told !== 'kept') log.write('webhooks-registered', { account, outcome: told });
  }
}

/** Tells the person at the terminal what became of the work for the merchant of the environment. */
export function tellWork(terminal: Terminal, { outcome, error, step, steps }: WorkResult): void {
  const { registration, hints, retry, poll, feedback, outbox } = steps;
  if (typeof registration === 'object') complain('serve.registerFailed', registration.error);
  else if (registration !== undefined && registration !== 'none' && registration !== 'kept')
    terminal.note(terminal.say(`serve.webhook.${registration}`));
  for (const [key, summary] of [
    ['serve.hinted', hints],
    ['import.summary', poll],
  ] as const) {
    if (!summary || summary.created + summary.held === 0) continue;
    const { read, created, skipped, held } = summary;
    terminal.note(terminal.say(key, { read, created, skipped, held }));
  }
  if (retry) {
    for (const closed of retry.closed) complain('serve.retryFailed', closed);
    terminal.note(
      terminal.say('serve.retried', { read: retry.outcomes.length, created: delivered(retry.outcomes) }),
    );
  }
  if (feedback) {
    const { shipments, shipped, cancelled, stock } = feedback;
    if (shipments + shipped + cancelled + stock > 0)
      terminal.note(terminal.say('feedback.summary', { ...feedback }));
  }
  if (error !== undefined && step === 'reports') {
    const cause = causeIn(terminal.language, error);
    terminal.note(terminal.say('import.outboxStopped', { waiting: outbox?.waiting ?? 0, cause }));
  } else if (outbox && outbox.waiting + outbox.dead > 0) {
    terminal.note(terminal.say('import.outboxOpen', outbox));
  }
  if (error === undefined || outcome === 'lost' || outcome === 'busy' || step === 'reports') return;
  complain(
    step === 'hints' ? 'serve.hintFailed' : step === 'feedback' ? 'serve.feedbackFailed' : 'serve.pollFailed',
    error,
  );

  function complain(
    key: `serve.${'poll' | 'hint' | 'retry' | 'register' | 'feedback'}Failed`,
    cause: unknown,
  ) {
    const message = causeIn(terminal.language, cause);
    terminal.complain(terminal.say(key, { cause: sentence(message) }));
  }
}

/** Tells what became of an import that an ERP's shop has asked for. */
export function tellShopWork(
  terminal: Terminal,
  shop: string,
  { error, outcome, steps: { poll } }: WorkResult,
): void {
  if (poll && poll.created + poll.held > 0)
    terminal.note(`${shop}: ${poll.read} read, ${poll.created} new or changed, ${poll.held} held`);
  if (error === undefined || outcome === 'lost' || outcome === 'busy') return;
  terminal.note(`${shop}: ${causeIn(terminal.language, error)}`);
}

function delivered(outcomes: readonly RetryHeldOutcome[]): number {
  return outcomes.filter(({ outcome }) => outcome === 'delivered').length;
}
