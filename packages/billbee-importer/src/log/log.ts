import { pino } from 'pino';
import { accountId } from '../account-id.js';
import { eventForms, type LogEvent, type LogEvents, type LogLevel } from './events.js';

/** Where the service's log goes. */
export interface Log {
  /** Writes one event; fields that the event does not have are left out. */
  write<Event extends LogEvent>(event: Event, fields: LogEvents[Event]): void;
}

/** One line of the log. */
export interface LogLine {
  readonly level: LogLevel;
  readonly event: LogEvent;
  readonly fields: Readonly<Record<string, string | number>>;
}

const longest = 500;
/**
 * User names are e-mail addresses; file names hold them. One begins where a word does: tried at each letter, a foreign text would
 * take the square of its length.
 */
const address = /(?<![^\s/\\:"'<>(),;])[^\s/\\:"'<>(),;]+@[\w.-]+\w/g;

/**
 * A log that hands on only what an event may hold: known fields, numbers and short texts; accounts by their id, texts without
 * e-mail addresses.
 *
 * @param sink writes a line
 * @param redact takes secrets out of a text, as a second line of defence
 */
export function createLog(
  sink: (line: LogLine) => void,
  redact: (text: string) => string = (text) => text,
): Log {
  return {
    write(event, given) {
      const [level, ...names] = eventForms[event];
      const fields: Record<string, string | number> = {};
      for (const name of names as string[]) {
        const value = (given as Record<string, unknown>)[name];
        if (typeof value === 'number') fields[name] = value;
        else if (typeof value !== 'string') continue;
        else if (name === 'account') fields[name] = accountId(value);
        else fields[name] = redact(value).replaceAll(address, '…@…').slice(0, longest);
      }
      sink({ level: level === 'info' && fields['code'] !== undefined ? 'warn' : level, event, fields });
    },
  };
}

/** Code of any error, for logs and metrics; `unexpected` for one that is not ours. */
export function codeOf(error: unknown): string {
  const { code, reaction } = (error ?? {}) as { code?: unknown; reaction?: unknown };
  return typeof code === 'string' && reaction !== undefined ? code : 'unexpected';
}

/** Message of one of our own errors; others may hold anything and are not logged. */
export function messageOf(error: unknown): string | undefined {
  return error instanceof Error && 'reaction' in error ? error.message : undefined;
}

/**
 * The log as JSON lines, one per event: `level`, `time` (ISO 8601), `event` and the event's fields.
 *
 * @param level `info` (default), `warn`, `error` or `silent`
 */
export function pinoLog(
  level: string | undefined,
  redact: (text: string) => string,
  stream: 'stdout' | 'stderr' = 'stdout',
): Log {
  const known = ['info', 'warn', 'error', 'silent'];
  const logger = pino(
    {
      level: level && known.includes(level) ? level : 'info',
      base: { pid: process.pid },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'event',
    },
    // Written at once: what was logged before a kill can be read after it.
    pino.destination({ dest: stream === 'stdout' ? 1 : 2, sync: true }),
  );
  return createLog(({ level: at, event, fields }) => logger[at](fields, event), redact);
}
