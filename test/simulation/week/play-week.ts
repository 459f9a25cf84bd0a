import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Sandbox, startSandbox } from 'billbee-sandbox';
import { until } from '../../support/until.js';
import { readBooks } from '../books.js';
import { judgeBookings } from '../judge.js';
import { Random } from '../random.js';
import { SteppedClock } from './stepped-clock.js';
import { type Health, pollMinutes, WeekService } from './week-service.js';

export interface WeekOptions {
  /** Of the service; on a disk of its own when `smallDisk` is true. */
  readonly folder: string;
  readonly steps: number;
  readonly seed: number;
  /** The folder is on a small disk, which fills and empties. */
  readonly smallDisk: boolean;
  readonly print: (line: string) => void;
}

export interface WeekFigures {
  readonly problems: readonly string[];
  readonly delivered: number;
  readonly held: number;
  readonly parcels: number;
  readonly days: number;
  readonly happened: Readonly<Record<string, number>>;
  /** Greatest resident set of each quarter, in MiB. */
  readonly memoryMb: readonly number[];
}

const hourMs = 3_600_000;
/** The total of a broken order; the positions give another. */
const brokenTotal = 1;
/** So many failed tries in a row count. */
const patience = 3;

/** A service through days that are hours, with everything that happens to one; and a Billbee whose people go on working. */
export async function playWeek(options: WeekOptions): Promise<WeekFigures> {
  const clock = new SteppedClock(options.folder);
  const sandbox = await startSandbox({ rateLimit: false, orders: 0, clock });
  const week = new Week(options, clock, sandbox);
  try {
    return await week.play();
  } finally {
    await week.end();
    await sandbox.close();
  }
}

class Week {
  readonly #options: WeekOptions;
  readonly #clock: SteppedClock;
  readonly #sandbox: Sandbox;
  readonly #service: WeekService;
  readonly #random: Random;
  readonly #problems: string[] = [];
  readonly #reported = new Map<string, string>();
  readonly #happened: Record<string, number> = {};
  readonly #memory = [0, 0, 0, 0];
  #awayFor = 0;
  #fullFor = 0;
  #failedSince = 0;

  constructor(options: WeekOptions, clock: SteppedClock, sandbox: Sandbox) {
    this.#options = options;
    this.#clock = clock;
    this.#sandbox = sandbox;
    this.#service = new WeekService(options.folder, clock, sandbox);
    this.#random = new Random(options.seed);
  }

  async play(): Promise<WeekFigures> {
    const { steps, print } = this.#options;
    const startedAt = this.#clock.now();
    await this.#start();
    for (let step = 0; step < steps; step += 1) {
      await this.#step(step);
      const quarter = Math.floor((step / steps) * 4);
      this.#memory[quarter] = Math.max(this.#memory[quarter] ?? 0, this.#service.residentMb);
      if (step % 10 === 9) print(`${step + 1} of ${steps} steps, ${JSON.stringify(this.#happened)}`);
    }
    await this.#endTroubles();
    for (let poll = 0; poll < 2; poll += 1) await this.#passHours(1);
    const days = Math.round((this.#clock.now() - startedAt) / (24 * hourMs));
    return { ...(await this.#judge()), days, happened: this.#happened, memoryMb: this.#memory };
  }

  async end(): Promise<void> {
    await this.#stop('SIGKILL');
  }

  async #step(step: number): Promise<void> {
    const random = this.#random;
    this.#people();
    const kinds = {
      quiet: 4,
      commands: 4,
      restart: 1,
      kill: 2,
      away: 1,
      back: 0.5,
      full: this.#options.smallDisk ? 1 : 0,
    };
    const kind = step === 2 ? 'away' : random.weighted(kinds);
    const commands = kind === 'commands' ? this.#commands() : undefined;
    if (kind === 'kill') await this.#killAmidWork();
    if (kind === 'restart') await this.#restart('SIGTERM');
    if (kind === 'away' && this.#awayFor === 0) {
      this.#awayFor = patience + 1;
      this.#sandbox.setFault(() => ({ kind: 'answer', status: 503, body: 'away' }));
    }
    if (kind === 'full' && this.#fullFor === 0 && this.#awayFor === 0) {
      this.#fullFor = patience + 1;
      this.#fill();
    }
    this.#count(kind);
    await this.#passHours(kind === 'back' ? -random.between(1, 24) : random.between(0.5, 5));
    await commands;
    if (this.#awayFor > 0 && --this.#awayFor === 0) await this.#endTroubles();
    if (this.#fullFor > 0 && --this.#fullFor === 0) await this.#endTroubles();
  }

  /** Orders come in, are paid, shipped and cancelled. */
  #people(): void {
    const random = this.#random;
    for (let count = random.integer(0, 4); count > 0; count -= 1) {
      this.#sandbox.addOrder(
        random.chance(0.1) ? { TotalCost: brokenTotal } : random.chance(0.2) ? { State: 1 } : {},
      );
    }
    for (const order of this.#sandbox.orders) {
      if (order.State === 1 && random.chance(0.5)) this.#sandbox.setStatus(order.BillBeeOrderId ?? 0, 3);
      else if (order.State === 3 && random.chance(0.03))
        this.#sandbox.setStatus(order.BillBeeOrderId ?? 0, 8);
    }
  }

  /** The clock moves on, and the service is held against what it has to say then. */
  async #passHours(hours: number): Promise<void> {
    const hindered = this.#awayFor > 0 || this.#fullFor > 0;
    const wasAtWork = !hindered && (await this.#service.isAtWork());
    this.#clock.step(hours * hourMs);
    const since = this.#clock.now();
    if (!hindered) {
      this.#failedSince = 0;
      if (wasAtWork) {
        // Work that began before the step plans the next poll by the time after it.
        await until('the end of the work under way', async () => !(await this.#service.isAtWork()), 120_000);
        this.#clock.step(pollMinutes * 60_000);
      }
      // A run that began after the step, and health that knows it.
      await until(
        'a run after the step, and health',
        async () => {
          const health = await this.#health();
          const ended = Date.parse(health?.lastRun?.endedAt ?? '');
          return health?.status === 'ok' && ended >= since && ended <= this.#clock.now();
        },
        120_000,
      ).catch((error: unknown) => this.#complain(`${String(error)}: ${JSON.stringify(this.#lastHealth)}`));
      return;
    }
    // A failed try, with its repetitions, takes some seconds.
    await delay(9000);
    this.#failedSince += 1;
    const health = await this.#health();
    if (this.#service.hasEnded) return;
    if (this.#failedSince > patience && health?.status !== 'failing')
      this.#complain(`health is ${JSON.stringify(health)} although ${this.#failedSince} tries have failed`);
  }

  #lastHealth: Health | undefined;

  async #health(): Promise<Health | undefined> {
    this.#lastHealth = await this.#service.health();
    return this.#lastHealth;
  }

  async #endTroubles(): Promise<void> {
    this.#awayFor = 0;
    this.#fullFor = 0;
    this.#sandbox.setFault(undefined);
    rmSync(this.#path('filled'), { force: true });
    // One that was started on the full disk has said so and ended; whatever started it does it again.
    if (this.#service.hasEnded) await this.#start();
    await this.#passHours(2);
  }

  #fill(): void {
    const { bavail, bsize } = statfsSync(this.#options.folder);
    writeFileSync(this.#path('filled'), Buffer.alloc(Math.max(0, bavail * bsize - 8 * 1_048_576)));
  }

  /** Commands of other processes beside the service. */
  async #commands(): Promise<void> {
    const random = this.#random;
    const { orderIds } = readBooks(this.#path('orders.ndjson'));
    const delivered = orderIds.filter((id) => !this.#reported.has(id));
    // A command that calls Billbee waits for it for minutes.
    const hindered = this.#awayFor > 0 || this.#fullFor > 0;
    const id = hindered ? undefined : random.pickAny(delivered);
    const all: string[][] = [
      ['held', '--json'],
      ['outbox', '--json'],
    ];
    if (!hindered) all.push(['import', '--status', '3', '--out', 'orders.ndjson']);
    if (id !== undefined) {
      const tracking = `T${id}`;
      this.#reported.set(id, tracking);
      all.push(['report', 'shipment', id, tracking]);
    }
    for (const args of all) {
      const { code, text } = await this.#service.run(args);
      const allowed = hindered ? [0, 1] : [0, 2];
      if (!allowed.includes(code ?? -1))
        this.#complain(`${args.join(' ')} ended with ${code}: ${text.slice(-1000)}`);
    }
  }

  async #killAmidWork(): Promise<void> {
    const calls = this.#sandbox.counters.calls;
    this.#clock.step(0.2 * hourMs);
    await until('a call', () => this.#sandbox.counters.calls > calls, 5000).catch(() => {});
    await delay(this.#random.integer(0, 120));
    await this.#restart('SIGKILL');
  }

  async #restart(signal: NodeJS.Signals): Promise<void> {
    await this.#stop(signal);
    await this.#start();
  }

  async #start(): Promise<void> {
    // Health counts from the start of the process.
    this.#failedSince = 0;
    const started = await this.#service.start();
    const isFull = this.#fullFor > 0;
    if (isFull ? started !== 1 || !this.#service.said.includes('is full') : started !== 'listening')
      this.#complain(`started${isFull ? ' on a full disk' : ''}: ${started} ${this.#service.said}`);
  }

  async #stop(signal: NodeJS.Signals): Promise<void> {
    const code = await this.#service.stop(signal);
    if (signal === 'SIGTERM' && code !== undefined && code !== 0)
      this.#complain(`the service ended with ${code}: ${this.#service.said.slice(-500)}`);
  }

  #path(name: string): string {
    return join(this.#options.folder, name);
  }

  async #judge(): Promise<Pick<WeekFigures, 'problems' | 'delivered' | 'held' | 'parcels'>> {
    const { orderIds, faults } = readBooks(this.#path('orders.ndjson'));
    for (const fault of faults) this.#complain(fault);
    const { text } = await this.#service.run(['held', '--json']);
    const held = new Set(
      (JSON.parse(text) as { held: { orderId: string }[] }).held.map(({ orderId }) => orderId),
    );
    const orders = this.#sandbox.orders.map((order) => ({ ...order, id: String(order.BillBeeOrderId) }));
    const open = orders.filter(({ State }) => State === 3);
    for (const { id, TotalCost } of open)
      if (TotalCost === brokenTotal && !held.has(id)) this.#complain(`order ${id} is broken and not held`);
    const judgement = judgeBookings(orderIds, {
      required: open.filter(({ TotalCost }) => TotalCost !== brokenTotal).map(({ id }) => id),
      isKnown: (id) => orders.some((order) => order.id === id && order.TotalCost !== brokenTotal),
    });
    for (const [what, ids] of Object.entries(judgement))
      for (const id of ids) this.#complain(`order ${id}: ${what}`);
    for (const [id, tracking] of this.#reported) {
      const order = this.#sandbox.orders.find(({ BillBeeOrderId }) => String(BillBeeOrderId) === id);
      const parcels = JSON.stringify(order).split(`"${tracking}"`).length - 1;
      if (parcels !== 1) this.#complain(`parcel ${tracking} is in Billbee ${parcels} times`);
    }
    return {
      problems: this.#problems,
      delivered: orderIds.length,
      held: held.size,
      parcels: this.#reported.size,
    };
  }

  #count(kind: string): void {
    this.#happened[kind] = (this.#happened[kind] ?? 0) + 1;
  }

  #complain(problem: string): void {
    this.#problems.push(problem);
    this.#options.print(`PROBLEM: ${problem}`);
  }
}
