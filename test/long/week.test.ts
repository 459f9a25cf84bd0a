import { expect, it } from 'vitest';
import { setting } from '../simulation/random.js';
import { playWeek } from '../simulation/week/play-week.js';
import { mountDisk } from '../support/small-disk.js';

it('runs a week on a small disk with everything that happens, and its memory stays flat', async () => {
  const figures = await playWeek({
    folder: mountDisk(160),
    steps: setting('WEEK_STEPS', 80),
    seed: setting('WEEK_SEED', 20261126),
    smallDisk: true,
    print: (line) => console.log(line),
  });
  console.log(JSON.stringify(figures));
  expect(figures.problems).toEqual([]);
  expect(figures.days).toBeGreaterThanOrEqual(7);
  const [first = 0] = figures.memoryMb;
  expect(figures.memoryMb.at(-1)).toBeLessThan(first + 40);
});
