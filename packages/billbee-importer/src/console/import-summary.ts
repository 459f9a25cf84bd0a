import type { ImportSummary } from 'importer-core';
import type { Terminal } from './terminal.js';

/** A run's summary with the account's calls of the calendar month, those of other runs included. */
export interface CountedSummary extends ImportSummary {
  readonly callsThisMonth?: number;
}

/** The summary of a run that failed before it could begin. */
export function noSummary(elapsedMs: number): ImportSummary {
  return { read: 0, created: 0, skipped: 0, held: 0, calls: 0, retries: 0, elapsedMs, cursor: null };
}

/**
 * The summary for people.
 *
 * @param heldBefore orders that were held for this target before the run
 */
export function describeSummary(terminal: Terminal, summary: CountedSummary, heldBefore: number): void {
  const { read, created, skipped, held, calls, retries, elapsedMs, cursor, callsThisMonth } = summary;
  const seconds = (elapsedMs / 1000).toFixed(1);
  terminal.print(terminal.say('import.summary', { read, created, skipped, held }));
  terminal.print(terminal.say('import.usage', { calls, retries, seconds }));
  if (callsThisMonth !== undefined) terminal.print(terminal.say('import.month', { calls: callsThisMonth }));
  if (cursor !== null) terminal.print(terminal.say('import.cursor', { cursor }));
  if (held > 0) terminal.print(terminal.say('import.heldNow'));
  else if (heldBefore > 0) terminal.print(terminal.say('import.heldBefore', { count: heldBefore }));
}
