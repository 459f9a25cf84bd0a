import { appendFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { addOrders, settle } from '../simulation/fleet/kill-and-change.js';
import { openFleet } from '../simulation/fleet/open-fleet.js';
import { type FleetSample, median, sampleFleet } from '../simulation/fleet/process-figures.js';

/** For a shorter look, e.g. `SOAK_MINUTES=3`. */
const minutes = Number(process.env['SOAK_MINUTES'] ?? 30);
/** Where samples go as JSON lines while it runs. */
const samplesFile = process.env['SOAK_SAMPLES'];
const everyMs = 10_000;

it('memory, handles and connections stay flat under full load', async () => {
  const fleet = await openFleet({
    accounts: 200,
    orders: 50,
    // Shorter than the accounts can be asked at 50 calls a second: there is always more to do.
    env: { BILLBEE_POLL_MINUTES: '0.02', BILLBEE_LOG_LEVEL: 'warn' },
  });
  onTestFinished(() => fleet.close());
  const startedAt = Date.now();
  fleet.start();
  fleet.start();
  const samples: FleetSample[] = [];
  while (Date.now() - startedAt < minutes * 60_000) {
    await delay(everyMs);
    addOrders(fleet, 100);
    const sample = await sampleFleet(fleet, startedAt);
    samples.push(sample);
    if (samplesFile) appendFileSync(samplesFile, `${JSON.stringify(sample)}\n`);
  }
  const verdict = await settle(fleet, 120_000);
  // The first third warms up: code is compiled, pools and caches fill.
  const third = Math.floor(samples.length / 3);
  const [middle, last] = [samples.slice(third, 2 * third), samples.slice(2 * third)];
  const level = (part: readonly FleetSample[], of: 'memory' | 'handles'): number[] =>
    [0, 1].map((index) => median(part.map((sample) => sample[of][index] ?? 0)));
  const connections = (part: readonly FleetSample[]): number =>
    median(part.map((sample) => sample.connections));
  const calls = (last.at(-1)?.calls ?? 0) - (middle[0]?.calls ?? 0);
  const seconds = (last.at(-1)?.seconds ?? 1) - (middle[0]?.seconds ?? 0);
  const figures = {
    minutes,
    memory: { middle: level(middle, 'memory'), last: level(last, 'memory') },
    handles: { middle: level(middle, 'handles'), last: level(last, 'handles') },
    connections: { middle: connections(middle), last: connections(last) },
    callsPerSecond: Math.round((calls / Math.max(1, seconds)) * 10) / 10,
    throttled: fleet.sandbox.counters.throttled,
    orders: verdict.orders,
    lost: verdict.lost.length,
    duplicated: verdict.duplicated.length,
  };
  console.log(JSON.stringify(figures));
  for (const index of [0, 1]) {
    const [before = 0, after = 0] = [figures.memory.middle[index], figures.memory.last[index]];
    expect(after).toBeLessThan(before * 1.15 + 10);
    const [open = 0, openNow = 0] = [figures.handles.middle[index], figures.handles.last[index]];
    expect(openNow).toBeLessThan(open + 10);
  }
  expect(figures.connections.last).toBeLessThan(figures.connections.middle + 5);
  expect(verdict.lost).toEqual([]);
  expect(verdict.duplicated).toEqual([]);
  expect(figures.throttled).toBe(0);
});
