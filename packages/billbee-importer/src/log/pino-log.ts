import { pino } from 'pino';
import { createLog, type Log } from './log.js';

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
