import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Databases, embeddedDatabases } from '../simulation/databases.js';
import { crashAt } from '../simulation/kills/crash-at.js';

let databases: Databases;
beforeAll(async () => {
  databases = await embeddedDatabases();
});
afterAll(() => databases.close());

it.each([
  ['while an ERP ships in between', { shipsBetween: true }],
  ['from the very first start', { fresh: true }],
])('survives a kill at every single point, %s', async (_, options) => {
  const { passed, killed, problems } = await crashAt({ databases, at: undefined, ...options });
  expect({ killed, problems }).toEqual({ killed: false, problems: [] });
  expect(passed.length).toBeGreaterThan(40);
  const left = passed.map((point, index) => ({ point, at: `#${index + 1}` }));
  const found: string[] = [];
  const lane = async (): Promise<void> => {
    for (let one = left.shift(); one; one = left.shift()) {
      const result = await crashAt({ databases, at: one.at, ...options });
      if (!result.killed) found.push(`${one.point} was not reached`);
      found.push(...result.problems.map((problem) => `${one?.point}: ${problem}`));
    }
  };
  await Promise.all([lane(), lane()]);
  console.log(`${passed.length} points, ${found.length} problems`);
  expect(found).toEqual([]);
});
