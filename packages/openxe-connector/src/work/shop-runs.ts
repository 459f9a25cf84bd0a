import { monotonicNow } from 'importer-core/service';
import type { ConnectorPorts } from './ports.js';
import type { ShopSession } from './shop-sessions.js';

/** What is known of a shop's imports while the service runs. */
interface RunState {
  running: Promise<void> | undefined;
  /** The ERP has begun a run: the next question wants news. */
  stale: boolean;
  endedAt: number;
}

/** News older than this are asked for again, also in the middle of an ERP's run; milliseconds. */
const freshMs = 60_000;
/** How long a command waits for an import; the import goes on, and the next command finds what it brought. */
const patienceMs = 20_000;

/** Asks for an import when the ERP wants news, and waits for it; the import goes on when the ERP has gone. */
export class ShopRuns {
  readonly #ports: Pick<ConnectorPorts, 'clock' | 'stop' | 'runs' | 'log'>;
  readonly #states = new Map<string, RunState>();

  constructor(ports: Pick<ConnectorPorts, 'clock' | 'stop' | 'runs' | 'log'>) {
    this.#ports = ports;
  }

  /** The ERP begins a run of its own. */
  beginRun(name: string): void {
    this.#stateOf(name).stale = true;
  }

  /** Brings the shop's queue up to date, if it is not; waits for that, but not for ever. */
  async refresh({ name }: ShopSession): Promise<void> {
    const { clock, stop, runs, log } = this.#ports;
    const state = this.#stateOf(name);
    if (!state.running && (state.stale || monotonicNow(clock) - state.endedAt > freshMs)) {
      state.stale = false;
      state.running = runs
        .run(name, { poll: true }, stop)
        .then(
          () => {},
          (error: unknown) => {
            if (!stop.aborted) log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
          },
        )
        .finally(() => {
          state.running = undefined;
          state.endedAt = monotonicNow(clock);
        });
    }
    if (state.running) await this.#patiently(() => state.running ?? Promise.resolve());
  }

  /**
   * Imports one order by its id, when it is in an open status.
   *
   * @throws as the import does
   */
  async fetchOne({ name }: ShopSession, orderId: string): Promise<void> {
    await this.#patiently(async (signal) => {
      const { error } = await this.#ports.runs.run(name, { ids: [orderId] }, signal);
      if (error !== undefined) throw error;
    });
  }

  /** Waits until everything under way has come to its next safe point. */
  async settle(): Promise<void> {
    await Promise.allSettled([...this.#states.values()].map(({ running }) => running));
  }

  async #patiently(begin: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const over = new AbortController();
    const limit = AbortSignal.any([over.signal, this.#ports.stop]);
    const patience = this.#ports.clock.sleep(patienceMs, limit).catch(() => {});
    try {
      const work = begin(limit);
      // What fails after the command has gone is told by whoever does it.
      work.catch(() => {});
      await Promise.race([work, patience]);
    } finally {
      over.abort();
    }
  }

  #stateOf(name: string): RunState {
    const state = this.#states.get(name) ?? { running: undefined, stale: true, endedAt: 0 };
    this.#states.set(name, state);
    return state;
  }
}
