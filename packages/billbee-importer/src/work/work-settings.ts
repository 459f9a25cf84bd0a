import { SettingsError } from 'importer-core';
import type { Terminal } from '../console/terminal.js';
import { type Environment, settingOf } from '../settings/read-environment.js';

/** How a worker works; the same for all workers of a database. */
export interface WorkSettings {
  /** Accounts at a time in this process. */
  readonly concurrency: number;
  /** Between two polls of an account that sells, and of one that has long been quiet. */
  readonly shortestMs: number;
  readonly longestMs: number;
  /** Calls per month of all accounts together; undefined: no limit. */
  readonly callsPerMonth: number | undefined;
  /** A worker that says nothing for so long has lost its leases. */
  readonly leaseMs: number;
  /** An account is worked on for about so long; the rest comes when the others had theirs. */
  readonly sliceMs: number;
  /** Folder with one file of orders per account; undefined: the orders stay in the database. */
  readonly outDir: string | undefined;
}

const minute = 60_000;

/**
 * The settings of `work`.
 *
 * @throws SettingsError `settings-invalid` naming the setting
 */
export function readWorkSettings(env: Environment, terminal: Terminal): WorkSettings {
  const number = (name: string, fallback: number, from: number, to: number): number => {
    const text = settingOf(env, name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (Number.isFinite(value) && value >= from && value <= to) return value;
    throw invalid(terminal, name, text, `${from}-${to}`);
  };
  const poll = settingOf(env, 'BILLBEE_POLL_MINUTES') ?? '5-60';
  const [, first = '', second = first] = /^(\d+(?:\.\d+)?)(?:\s*-\s*(\d+(?:\.\d+)?))?$/.exec(poll) ?? [];
  const [shortest, longest] = [Number(first), Number(second)];
  if (first === '' || shortest < 0.01 || longest < shortest || longest > 1440) {
    throw invalid(terminal, 'BILLBEE_POLL_MINUTES', poll, '5-60');
  }
  const callsPerMonth = number('BILLBEE_CALLS_PER_MONTH', 0, 1, 1e12);
  return {
    concurrency: Math.floor(number('BILLBEE_CONCURRENCY', 10, 1, 500)),
    shortestMs: shortest * minute,
    longestMs: longest * minute,
    callsPerMonth: callsPerMonth === 0 ? undefined : callsPerMonth,
    leaseMs: number('BILLBEE_LEASE_SECONDS', 30, 2, 600) * 1000,
    sliceMs: number('BILLBEE_SLICE_SECONDS', 20, 1, 3600) * 1000,
    outDir: settingOf(env, 'BILLBEE_OUT_DIR'),
  };
}

function invalid(terminal: Terminal, name: string, value: string, wanted: string): SettingsError {
  const message = terminal.say('work.setting', { name, value: value.slice(0, 60), wanted });
  return new SettingsError('settings-invalid', message, { settings: [name] });
}
