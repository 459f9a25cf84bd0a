import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { setting } from '../simulation/random.js';
import { playWeek } from '../simulation/week/play-week.js';

it('loses and doubles nothing in a day of restarts, kills, jumps of the clock and absences of Billbee', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'week-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const figures = await playWeek({
    folder,
    steps: setting('WEEK_STEPS', 7),
    seed: setting('WEEK_SEED', 20261126),
    smallDisk: false,
    print: (line) => console.log(line),
  });
  expect(figures.problems).toEqual([]);
  expect(figures.delivered).toBeGreaterThan(0);
});
