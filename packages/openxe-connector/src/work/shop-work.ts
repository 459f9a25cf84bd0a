import { enqueue, nextDueAt, type OutboxEntry, sendDue, type WriteBack } from 'importer-core';
import type { ShopSettings } from '../shop/read-settings.js';
import type { BoundShop } from './bound-shops.js';
import { importShop, importShopOrders, retryShopHolds, retryWantedOrders } from './import-shop.js';
import type { ConnectorPorts } from './ports.js';

/** What is known of a shop's imports while the service runs. */
interface ImportState {
  running: Promise<void> | undefined;
  /** The ERP has begun a run: the next question wants news. */
  stale: boolean;
  endedAt: number;
  settingsChanged: boolean;
}

/** News older than this are asked for again, also in the middle of an ERP's run; milliseconds. */
const freshMs = 60_000;
/** How long a command waits for an import; the import goes on, and the next command finds what it brought. */
const patienceMs = 20_000;
/** Stock arrives one article per command: gathered for a moment, many make one call. */
const gatherMs = 400;

/** Imports when the ERP asks, and sends what it reports; both go on when the ERP has gone. */
export class ShopWork {
  readonly #ports: ConnectorPorts;
  readonly #imports = new Map<string, ImportState>();
  readonly #sending = new Map<string, Promise<void>>();
  /** Accounts for which something was put in since the sending under way last looked. */
  readonly #asked = new Set<string>();
  readonly #wakes = new Map<string, AbortController>();

  constructor(ports: ConnectorPorts) {
    this.#ports = ports;
  }

  /** The ERP begins a run of its own. */
  beginRun(name: string, { settingsChanged }: { readonly settingsChanged: boolean }): void {
    const state = this.#stateOf(name);
    state.stale = true;
    state.settingsChanged ||= settingsChanged;
  }

  /** Brings the shop's queue up to date, if it is not; waits for that, but not for ever. */
  async refresh(shop: BoundShop, settings: ShopSettings): Promise<void> {
    const state = this.#stateOf(shop.name);
    const isOld = this.#ports.clock.now() - state.endedAt > freshMs;
    if (!state.running && (state.stale || isOld)) {
      state.running = this.#import(shop, settings, state).finally(() => {
        state.running = undefined;
        state.endedAt = this.#ports.clock.now();
      });
    }
    if (state.running) await this.#patiently(state.running);
  }

  /** Imports one order by its id, when it is in an open status. */
  async fetchOne(shop: BoundShop, settings: ShopSettings, orderId: string): Promise<void> {
    const { running } = this.#stateOf(shop.name);
    if (running) await this.#patiently(running);
    await importShopOrders(this.#ports, shop, settings, [orderId]);
  }

  /** Makes a write-back safe, and sends it soon. */
  async report(shop: BoundShop, writeBack: WriteBack): Promise<OutboxEntry> {
    const entry = await enqueue(this.#ports.store, shop.account, writeBack, this.#ports.clock);
    this.sendSoon(shop);
    return entry;
  }

  /** Sends what waits for the shop's account, and again whenever something becomes due. */
  sendSoon(shop: BoundShop): void {
    this.#asked.add(shop.account);
    this.#wakes.get(shop.account)?.abort();
    if (this.#sending.has(shop.account)) return;
    // Begins in a later tick: its end takes out what is put in here.
    const sending = Promise.resolve()
      .then(() => this.#send(shop))
      .catch((error: unknown) => this.#tell(shop.name, error));
    this.#sending.set(shop.account, sending);
  }

  /** Waits until everything under way has come to its next safe point. */
  async settle(): Promise<void> {
    const imports = [...this.#imports.values()].map(({ running }) => running);
    await Promise.allSettled([...imports, ...this.#sending.values()]);
  }

  async #import(shop: BoundShop, settings: ShopSettings, state: ImportState): Promise<void> {
    const { settingsChanged } = state;
    state.stale = false;
    state.settingsChanged = false;
    try {
      const { outcome, error, summary } = await importShop(this.#ports, shop, settings);
      const { read, created, held } = summary;
      if (outcome === 'failed') throw error;
      if (created + held > 0) {
        this.#ports.log(`${shop.name}: ${read} read, ${created} new or changed, ${held} held`);
      }
      if (settingsChanged) await retryShopHolds(this.#ports, shop, settings);
      await retryWantedOrders(this.#ports, shop, settings);
    } catch (error) {
      state.settingsChanged ||= settingsChanged;
      this.#tell(shop.name, error);
    }
  }

  async #send(shop: BoundShop): Promise<void> {
    const { clock, stop } = this.#ports;
    const { account } = shop;
    try {
      while (!stop.aborted) {
        await clock.sleep(gatherMs, stop);
        this.#asked.delete(account);
        const wait = await this.#sendDue(shop);
        // From here to the end, or to the wake of the sleep, nothing is waited for: who asks is seen here or wakes us.
        if (this.#asked.has(account)) continue;
        if (wait === undefined) return;
        const wake = new AbortController();
        this.#wakes.set(account, wake);
        await clock.sleep(wait, AbortSignal.any([stop, wake.signal])).catch(() => {});
        this.#wakes.delete(account);
      }
    } finally {
      this.#sending.delete(account);
    }
  }

  /** @returns how long to wait for what is due next, milliseconds; undefined when nothing waits */
  async #sendDue(shop: BoundShop): Promise<number | undefined> {
    const { store, clock, stop } = this.#ports;
    const { account, sink } = shop;
    try {
      const { stoppedBy } = await sendDue({ store, account, sink, clock, signal: stop });
      if (stoppedBy !== undefined) this.#tell(shop.name, stoppedBy);
      const due = await nextDueAt(store, account);
      if (due === undefined) return undefined;
      // What is due all the time (refused credentials) is not tried all the time.
      return Math.max(stoppedBy === undefined ? 0 : freshMs, due - clock.now());
    } catch (error) {
      // The database is away, perhaps for a moment: what waits in it must not wait for the next report.
      this.#tell(shop.name, error);
      return freshMs;
    }
  }

  async #patiently(work: Promise<void>): Promise<void> {
    const done = new AbortController();
    const limit = AbortSignal.any([done.signal, this.#ports.stop]);
    try {
      await Promise.race([work, this.#ports.clock.sleep(patienceMs, limit).catch(() => {})]);
    } finally {
      done.abort();
    }
  }

  #stateOf(name: string): ImportState {
    const state = this.#imports.get(name) ?? {
      running: undefined,
      stale: true,
      endedAt: 0,
      settingsChanged: false,
    };
    this.#imports.set(name, state);
    return state;
  }

  #tell(name: string, error: unknown): void {
    if (this.#ports.stop.aborted) return;
    this.#ports.log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
