import { expect, it } from 'vitest';
import { collect } from './collect.test.data.js';
import { openProgress } from './progress.js';
import { Terminal } from './terminal.js';

const at = (read: number) => ({ read, created: read, skipped: 0, held: 0, expected: 500 });

function terminalOn(stderr: ReturnType<typeof collect>): Terminal {
  return new Terminal({ stdout: collect(), stderr, env: {}, language: 'en' });
}

it('writes plain lines to a pipe, at most one in two seconds', async () => {
  const stderr = collect();
  let now = 0;
  const progress = await openProgress(terminalOn(stderr), () => now);
  for (const [time, read] of [
    [0, 100],
    [1999, 200],
    [2000, 300],
  ] as const) {
    now = time;
    progress.show(at(read));
  }
  progress.end();
  expect(stderr.text).toBe(
    '100 of 500 read: 100 imported, 0 skipped, 0 held\n300 of 500 read: 300 imported, 0 skipped, 0 held\n',
  );
});

it('draws a bar on a terminal and leaves the cursor visible', async () => {
  const stderr = Object.assign(collect(true), {
    columns: 120,
    cursorTo: () => true,
    clearLine: () => true,
    on: () => stderr,
  });
  const progress = await openProgress(terminalOn(stderr), () => 0);
  progress.show(at(250));
  progress.show({ ...at(600), expected: 500 });
  progress.end();
  expect(stderr.text).toContain('250 of 500 read');
  expect(stderr.text).toContain('100%  600 of 600 read');
  expect(stderr.text).toContain('\u001b[?25h');
});
