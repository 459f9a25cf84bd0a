import { PassThrough, Readable } from 'node:stream';
import type { Language } from 'importer-core/statuses';
import { collect } from './console/collect.test.data.js';
import { Terminal } from './console/terminal.js';
import type { CommandContext } from './context.js';

/** What a command gets, with streams that can be read and no way out. */
export function testContext(env: Record<string, string> = {}, language: Language = 'en') {
  const stdout = collect();
  const stderr = collect();
  const terminal = new Terminal({ stdout, stderr, env: {}, language });
  const context: CommandContext = {
    terminal,
    env,
    fetch: () => Promise.reject(new Error('no network in this test')),
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    stop: new AbortController().signal,
    unread: new AbortController().signal,
    stdin: Readable.from([]),
    stderr: new PassThrough(),
    runFor: () => Promise.reject(new Error('no other process in this test')),
  };
  return { context, terminal, stdout, stderr };
}
