import { setTimeout as delay } from 'node:timers/promises';
import { Random, setting } from '../random.js';
import type { FleetWorker } from './fleet-worker.js';
import { judgeFleet, type Verdict } from './judge-fleet.js';
import type { Fleet } from './open-fleet.js';

export interface TurmoilOptions {
  /** How often a worker is killed in the middle of its work, and another started in its place. */
  readonly kills: number;
  /** Between two kills, in milliseconds; varied by half. */
  readonly everyMs: number;
  /** Orders that come in, at random accounts, between two kills. */
  readonly newOrders: number;
  readonly workers: number;
  /** Told after each kill. */
  readonly onKill?: (kill: number) => void;
}

/** Chooses whom a kill hits and who gets an order; what the workers do meanwhile is theirs. */
const random = new Random(setting('CRASH_SEED', 20261124));

/** Lets workers work and kills one again and again, while new orders come in. */
export async function killAgainAndAgain(fleet: Fleet, options: TurmoilOptions): Promise<void> {
  const running = Array.from({ length: options.workers }, () => fleet.start());
  for (let kill = 1; kill <= options.kills; kill += 1) {
    await delay(options.everyMs * (0.5 + random.next()));
    addOrders(fleet, options.newOrders);
    const index = random.integer(0, running.length - 1);
    await (running[index] as FleetWorker).kill();
    running[index] = fleet.start();
    options.onKill?.(kill);
  }
}

/** New orders at random accounts. */
export function addOrders({ sandbox }: Fleet, count: number): void {
  for (let number = 0; number < count; number += 1) {
    random.pick(sandbox.accounts).state.add();
  }
}

/** Waits until nothing is missing any more, or the time is over. */
export async function settle(fleet: Fleet, patienceMs: number): Promise<Verdict> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const verdict = await judgeFleet(fleet);
    if (verdict.lost.length === 0 || Date.now() > end) return verdict;
    await delay(1000);
  }
}
