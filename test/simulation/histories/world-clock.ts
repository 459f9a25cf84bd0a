import type { Clock } from '../../../packages/importer-core/src/index.js';

/** Time of one history: it passes only when somebody says so, and what was planned happens on the way. */
export class WorldClock {
  #now: number;
  #planned: { readonly at: number; readonly happen: () => void }[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  plan(at: number, happen: () => void): void {
    this.#planned.push({ at, happen });
    this.#planned.sort((one, other) => one.at - other.at);
  }

  readonly pass = (milliseconds: number): void => {
    const end = this.#now + Math.max(0, Math.ceil(milliseconds));
    for (let next = this.#planned[0]; next && next.at <= end; next = this.#planned[0]) {
      this.#planned.shift();
      this.#now = Math.max(this.#now, next.at);
      next.happen();
    }
    this.#now = end;
  };
}

/** The importer's own clock: it runs with the world's, but may be wrong, and its waits cost no real time. */
export class ImporterClock implements Clock {
  wrongByMs = 0;
  readonly #world: WorldClock;

  constructor(world: WorldClock) {
    this.#world = world;
  }

  now(): number {
    return this.#world.now() + this.wrongByMs;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await Promise.resolve();
    signal?.throwIfAborted();
    this.#world.pass(milliseconds);
  }
}
