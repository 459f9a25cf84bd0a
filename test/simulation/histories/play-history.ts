import { vi } from 'vitest';
import {
  type BillbeeClient,
  createBillbeeClient,
  type ImportOptions,
  type ImportResult,
  type ImportSummary,
  listHeld,
  retryHeld,
  runImport,
  type Target,
} from '../../../packages/importer-core/src/index.js';
import type { CrashingStore } from '../../../packages/importer-core/src/node/crashing-store.test.data.js';
import { createRateLimiter, type RateLimiter } from '../../../packages/importer-core/src/service/index.js';
import { Random } from '../random.js';
import { ERP_CRASHES, type Erp, FileErp, MemoryErp } from './erp.js';
import { Faults } from './faults.js';
import { Figures } from './figures.js';
import { judgeBooks, judgeEnd, judgeRun, report, type Verdict } from './judge.js';
import { People } from './people.js';
import { Reports } from './reports.js';
import { Watch } from './watch.js';
import { IN_PROCESS_LIMIT_MS, SOCKET_LIMIT_MS, wire } from './wire.js';
import { World } from './world.js';
import { ImporterClock } from './world-clock.js';

/** More calls than any run of these sizes needs: beyond it a run goes in circles. */
const MOST_CALLS = 1000;

/** A history that ended in something the documentation rules out. */
export class BrokenPromise extends Error {
  constructor(seed: number, verdicts: readonly Verdict[], trace: readonly string[]) {
    const tail = process.env['HISTORY_SEED'] ? trace : trace.slice(-30);
    super(`History ${seed}:\n${report(verdicts)}\n${tail.join('\n')}`);
  }
}

/**
 * Plays one history: a Billbee account that changes while it is read, over a line on which calls fail, by an
 * importer that is killed now and then, into an ERP that fails too; then lets everything come to rest.
 *
 * @throws BrokenPromise when an order was lost, came twice, was held wrongly, or a run did not end
 */
export async function playHistory(
  seed: number,
  crashing: CrashingStore,
  figures: Figures,
  hasPeople = true,
): Promise<void> {
  // So that the seeds of `regressions.ts` keep standing for the same histories.
  const random = new Random(seed ^ 0x9e3779b9);
  const overSockets = random.chance(0.02);
  if (!overSockets) vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const history = await History.open(seed, random, crashing, figures, overSockets, hasPeople);
  try {
    await history.play();
  } finally {
    await history.close();
    vi.useRealTimers();
  }
}

class History {
  readonly #account: string;
  readonly #clock: ImporterClock;
  readonly #faults: Faults;
  readonly #erp: Erp;
  readonly #reports: Reports;
  readonly #pageSize: number;
  readonly #dated: boolean;
  readonly #counted: boolean;
  readonly #speed: number;
  readonly #changes: 'ignore' | 'update' | 'hold';
  readonly #statusAfter: number | undefined;
  readonly #tagAfter: string | undefined;
  readonly #reporting: boolean;
  readonly #watch: Watch;
  readonly #people: People | undefined;
  #rateLimiter: RateLimiter;
  #client: BillbeeClient;
  #calm = false;
  #calls = 0;
  /** What may still happen while pages are read: orders must not come quicker than they can be read. */
  #events: number;
  #abortAt = 0;
  #abort = new AbortController();

  private constructor(
    readonly seed: number,
    readonly random: Random,
    readonly crashing: CrashingStore,
    readonly figures: Figures,
    readonly world: World,
    erp: Erp,
    account: string,
    readonly overSockets: boolean,
    hasPeople: boolean,
  ) {
    this.#account = account;
    this.#erp = erp;
    this.#clock = new ImporterClock(world.clock);
    this.#dated = random.chance(0.8);
    // Without a count, what an unstable sequence of rows hides cannot be known.
    this.#counted = seed % 10 !== 7 || world.isUnstable;
    if (!this.#counted) figures.uncounted += 1;
    this.#faults = new Faults(random, figures, world.clock.now, overSockets);
    const pages = random.pick([0.5, 1, 2, 3, 4, 8]);
    this.#pageSize = Math.max(1, Math.ceil(world.truths.length / pages));
    this.#speed = random.pick([0, 0.05, 0.2, 0.5]);
    this.#events = random.pick([3, 10, 40]);
    this.#changes = random.pick(['ignore', 'ignore', 'update', 'hold'] as const);
    this.#statusAfter = random.chance(0.3) ? random.pick([16, 16, 7]) : undefined;
    this.#reporting = random.chance(0.4);
    // Of their own, so that what people do changes nothing about the rest.
    const choices = new Random(seed ^ 0x51ed270b);
    this.#tagAfter = hasPeople && choices.chance(0.3) ? 'importiert' : undefined;
    this.#watch = new Watch(world, this.#statusAfter, this.#tagAfter);
    const busy = choices.pick([0.02, 0.1, 0.3]);
    this.#people = hasPeople ? new People(world, this.#watch, choices, figures, busy) : undefined;
    this.#rateLimiter = createRateLimiter(this.#clock);
    this.#client = this.#connect();
    this.#reports = new Reports(
      world,
      this.#watch,
      crashing.store,
      account,
      this.#clock,
      random,
      figures,
      !overSockets,
    );
    // Clocks made from performance time count fractions.
    if (seed % 10 === 0) this.#clock.wrongByMs = 0.25;
    if (this.#dated && random.chance(0.3)) this.#clock.wrongByMs = random.integer(-7_200_000, 7_200_000);
  }

  static async open(
    seed: number,
    random: Random,
    crashing: CrashingStore,
    figures: Figures,
    overSockets: boolean,
    hasPeople: boolean,
  ): Promise<History> {
    const world = await World.open(random, figures, overSockets);
    const account = `history-${seed}-${figures.histories}`;
    const refused = random.chance(0.1) ? random.integer(0, 9) : undefined;
    const erp = random.chance(0.1)
      ? await FileErp.open(account, random)
      : new MemoryErp({
          takesUpdates: random.chance(0.7),
          refuses: (id) => refused !== undefined && Number(id.slice(-1)) === refused,
        });
    figures.histories += 1;
    if (overSockets) figures.overSockets += 1;
    const history = new History(seed, random, crashing, figures, world, erp, account, overSockets, hasPeople);
    world.sandbox.setFault(() => history.#onCall());
    return history;
  }

  async play(): Promise<void> {
    const { random, world } = this;
    for (let left = random.integer(1, 3); left > 0; left -= 1) {
      await this.#turbulentRun();
      world.clock.pass(random.pick([0, 1000, 20_000, 60_000, 600_000, 7_200_000]) * random.next());
      for (let events = random.integer(0, 3); events > 0; events -= 1) world.happen();
    }
    await this.#comeToRest();
    this.figures.orders += world.truths.length;
    this.figures.broken += world.truths.filter((truth) => truth.wasBroken).length;
    this.figures.delivered += (await this.#erp.booked()).size;
  }

  async close(): Promise<void> {
    await this.#erp.close();
    await this.world.sandbox.close();
  }

  async #turbulentRun(): Promise<void> {
    const { random, world, crashing } = this;
    const crash = random.weighted({ none: 4, store: 2.5, erp: 2, abort: 1 });
    if (crash === 'store') crashing.crashAt(random.integer(1, 70), random.pick(['before', 'after'] as const));
    if (crash === 'erp') this.#erp.crash = { kind: random.pick(ERP_CRASHES), batch: random.integer(1, 4) };
    if (crash === 'abort') this.#abortAt = random.integer(1, 12);
    if (crash !== 'none') Figures.count(this.figures.crashes, crash);
    const way = random.weighted({ plain: 12, limit: 1, since: 1, dryRun: 1 });
    const options: Partial<ImportOptions> = {
      ...(way === 'limit' && { limit: random.integer(1, 9) }),
      ...(way === 'since' && {
        since: new Date(world.clock.now() - random.integer(0, 90_000_000)).toISOString(),
      }),
      ...(way === 'dryRun' && { dryRun: true }),
    };
    const before = (await this.#erp.booked()).size;
    const startedAt = world.clock.now();
    if (this.#reporting) await this.#reports.send(this.#client, this.#abort.signal).catch(() => {});
    const { outcome } = await this.#run(options);
    await this.#restart(crash !== 'none' || outcome !== 'complete');
    const verdicts = judgeBooks(await this.#evidence());
    if (way === 'dryRun' && (await this.#erp.booked()).size !== before) {
      verdicts.push({ kind: 'otherwiseWrong', what: 'a dry run delivered orders' });
    }
    if (outcome === 'complete' && way === 'plain')
      verdicts.push(...judgeRun(await this.#evidence(), startedAt));
    this.#check(verdicts);
    if (this.#reporting) await this.#reports.add([...(await this.#erp.booked()).keys()]);
  }

  async #comeToRest(): Promise<void> {
    const { world, random, crashing } = this;
    this.#calm = true;
    // Another process, that was not told to wait for minutes.
    this.#rateLimiter = createRateLimiter(this.#clock);
    await this.#restart(true);
    if (random.chance(0.3)) this.#clock.wrongByMs = 0;
    world.clock.pass(31_000);
    for (let round = 0; round < 2; round += 1) {
      const startedAt = world.clock.now();
      const { outcome, error, summary } = await this.#run({});
      if (outcome !== 'complete') {
        this.#check([{ kind: 'otherwiseWrong', what: `a quiet run ended as ${outcome}: ${error}` }]);
      }
      this.#check(judgeRun(await this.#evidence(), startedAt));
      if (round === 0) this.#check((await this.#reports.settle(this.#client)).map(wrongReport));
      else if (summary.created > 0 || (summary.held > 0 && !this.#writesBack)) this.#check([unrest(summary)]);
      world.clock.pass(random.integer(0, 200_000));
    }
    await this.#judgeEnd();
    if (random.chance(0.3)) {
      const { store } = crashing;
      const target = this.#target;
      await retryHeld({ account: this.#account, source: this.#client, store, target, clock: this.#clock });
      const booked = await this.#erp.booked();
      for (const hold of await listHeld(store, this.#account)) {
        const { orderId } = hold;
        const truth = world.truths.find(({ id }) => id === orderId);
        if (hold.reason === 'split-off-delivered') continue;
        if (!truth || truth.removed || truth.broken || this.#erp.refuses(orderId) || booked.has(orderId))
          continue;
        this.#check([{ kind: 'heldWrong', what: `${orderId} is sound, but still held after a retry` }]);
      }
      await this.#judgeEnd();
    }
  }

  /** A new one after each restart. */
  get #target(): Target {
    return this.#watch.over(this.#erp);
  }

  /** What we report changes payloads, so that a held order counts as one that was tried again. */
  get #writesBack(): boolean {
    return this.#reporting || this.#statusAfter !== undefined || this.#tagAfter !== undefined;
  }

  async #judgeEnd(): Promise<void> {
    const { store } = this.crashing;
    const held = await listHeld(store, this.#account);
    const rows = await store.db
      .selectFrom('hold')
      .select('payload')
      .where('account', '=', this.#account)
      .where('hold_id', 'like', 'unknown-%')
      .execute();
    const canUpdate = this.#changes !== 'update' || this.#erp.target.update !== undefined;
    const changes = canUpdate ? this.#changes : 'no-update';
    const payloads = rows.map((row) => row.payload);
    this.#check(judgeEnd(await this.#evidence(), held, payloads, changes, this.figures));
  }

  async #run(options: Partial<ImportOptions>): Promise<ImportResult> {
    const { world, figures } = this;
    this.#calls = 0;
    const result = await runImport({
      account: this.#account,
      statusIds: world.statusIds,
      source: this.#client,
      store: this.crashing.store,
      target: this.#target,
      clock: this.#clock,
      tagsAfterImport: this.#tagAfter === undefined ? undefined : [this.#tagAfter],
      changes: this.#changes,
      setInProgressAfterImport: this.#statusAfter === undefined ? undefined : { statusId: this.#statusAfter },
      signal: this.#abort.signal,
      ...options,
    });
    const { outcome, summary, error } = result;
    world.note(`run ${outcome} ${JSON.stringify(summary)} ${error ?? ''}`);
    Figures.count(figures.runs, outcome);
    figures.calls += this.#calls;
    figures.mostCallsInRun = Math.max(figures.mostCallsInRun, this.#calls);
    const { read, created, skipped, held } = summary;
    if (read !== created + skipped + held) {
      this.#check([
        { kind: 'otherwiseWrong', what: `the summary does not add up: ${JSON.stringify(summary)}` },
      ]);
    }
    if (this.#calls > MOST_CALLS)
      this.#check([{ kind: 'otherwiseWrong', what: `${this.#calls} calls in a run` }]);
    return result;
  }

  async #restart(died: boolean): Promise<void> {
    await this.crashing.revive();
    this.#erp.crash = undefined;
    this.#abortAt = 0;
    this.#abort = new AbortController();
    if (!died) return;
    await this.#erp.restart();
    if (this.random.chance(0.5)) this.#rateLimiter = createRateLimiter(this.#clock);
    this.#client = this.#connect();
  }

  #onCall() {
    const { world, random } = this;
    this.#calls += 1;
    if (this.#calls === this.#abortAt || this.#calls > MOST_CALLS) this.#abort.abort(new Error('Stopped.'));
    if (this.#calm) return this.#faults.end();
    this.#people?.mayAct();
    if (this.#events > 0 && random.chance(this.#speed)) {
      this.#events -= 1;
      world.happen();
    }
    const next = this.#faults.next();
    if (next) world.note(next.kind);
    return next?.fault;
  }

  #connect(): BillbeeClient {
    const { world, random, overSockets } = this;
    const { username, apiPassword, apiKey } = world.sandbox.credentials;
    const baseUrl = world.api ?? 'http://127.0.0.1/api/v1';
    return createBillbeeClient({
      connection: { baseUrl, username, apiPassword, apiKey },
      fetch: wire({
        world,
        watch: this.#watch,
        before: () => this.#workInErp(),
        faults: this.#faults,
        random,
        pageSize: this.#pageSize,
        dated: this.#dated,
        counted: this.#counted,
      }),
      clock: this.#clock,
      rateLimiter: this.#rateLimiter,
      random: random.next,
      timeoutMs: overSockets ? SOCKET_LIMIT_MS : IN_PROCESS_LIMIT_MS,
    });
  }

  /** Between any two calls people in the ERP report something, from a process of their own. */
  async #workInErp(): Promise<void> {
    if (this.#calm || !this.#people || !this.#reporting || !this.#people.random.chance(this.#people.busy / 4))
      return;
    // The database may have died in this very moment.
    await this.#reports.add([...(await this.#erp.booked()).keys()]).catch(() => {});
  }

  async #evidence() {
    return { world: this.world, booked: await this.#erp.booked(), refuses: this.#erp.refuses };
  }

  #check(found: readonly Verdict[]): void {
    const verdicts = [...found, ...this.#watch.faults.map(wrongReport)];
    if (verdicts.length === 0) return;
    for (const { kind } of verdicts) this.figures[kind] += 1;
    throw new BrokenPromise(this.seed, verdicts, this.world.trace);
  }
}

function unrest(summary: ImportSummary): Verdict {
  return { kind: 'otherwiseWrong', what: `nothing had changed, but ${JSON.stringify(summary)}` };
}

function wrongReport(what: string): Verdict {
  return { kind: 'otherwiseWrong', what };
}
