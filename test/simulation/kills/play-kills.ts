import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  DEFAULT_CREDENTIALS,
  type Fault,
  type Sandbox,
  type SandboxCall,
  startSandbox,
} from 'billbee-sandbox';
import type { Store } from 'importer-core';
import { Random } from '../random.js';
import { compare } from './compare.js';
import type { KillFigures } from './figures.js';
import { type KillPlan, type Life, live } from './live.js';
import { Merchant } from './merchant.js';
import { reportArguments, Warehouse } from './warehouse.js';

const account = DEFAULT_CREDENTIALS.username;
const inProgressStatusId = 16;
/** Share of lives that may come to their end. */
const unharmed = 0.1;

/** Where a history keeps what the importer remembers. */
export interface Database {
  readonly env: Readonly<Record<string, string>>;
  /** Folder of the embedded database; undefined for a server. */
  readonly dataDir: string | undefined;
  open(): Promise<Store>;
  drop(): Promise<void>;
}

export interface HistoryOptions {
  readonly seed: number;
  readonly orders: number;
  /** Every delivered order is set to "in progress" in Billbee. */
  readonly setInProgress: boolean;
  readonly database: Database;
  readonly figures: KillFigures;
  /** How long a command takes that nobody kills, learned over the histories. */
  readonly durations: Map<string, number>;
  /** Whether another kill is wanted. */
  readonly wanted: () => boolean;
  readonly onKill: () => void;
}

/**
 * One history: an importer that is killed again and again while merchants and ERP go on working, then runs
 * to its end and is compared with the truth.
 */
export async function playHistory(options: HistoryOptions): Promise<void> {
  const history = new History(options);
  try {
    await history.play();
  } finally {
    await history.close();
  }
}

class History {
  readonly #options: HistoryOptions;
  readonly #random: Random;
  readonly #folder = mkdtempSync(join(tmpdir(), 'crash-'));
  readonly #outFolder = join(this.#folder, 'out');
  readonly #out = join(this.#outFolder, 'orders.ndjson');
  readonly #required = new Set<string>();
  #sandbox: Sandbox | undefined;
  #callsOfLife = 0;
  #lastCall: SandboxCall | undefined;
  #sizeAtCall = 0;
  #tellCall: (number: number) => void = () => {};

  constructor(options: HistoryOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
    mkdirSync(this.#outFolder);
  }

  async play(): Promise<void> {
    const { orders, seed, setInProgress, database, figures, wanted } = this.#options;
    const sandbox = await startSandbox({
      orders,
      seed,
      rateLimit: false,
      fault: (call) => this.#onCall(call),
    });
    this.#sandbox = sandbox;
    const settings = join(this.#folder, 'settings.json');
    const { env } = database;
    writeFileSync(
      settings,
      JSON.stringify({
        version: 1,
        importStatusIds: [1, 2, 3],
        inProgressStatusId,
        setInProgressAfterImport: setInProgress,
      }),
    );
    const environment = {
      ...env,
      BILLBEE_URL: sandbox.api,
      BILLBEE_USERNAME: account,
      BILLBEE_API_PASSWORD: DEFAULT_CREDENTIALS.apiPassword,
      BILLBEE_API_KEY: DEFAULT_CREDENTIALS.apiKey,
      BILLBEE_SETTINGS: settings,
    };
    const merchant = new Merchant(sandbox, this.#random);
    const erp = new Warehouse(this.#random, knownSkus(sandbox));
    while (wanted()) {
      erp.read(this.#out);
      const report = this.#random.chance(0.45) ? erp.next() : undefined;
      await this.#oneLife(environment, merchant, erp, report, true);
    }
    figures.episodes += 1;
    for (let report = erp.next(); report; report = erp.next()) {
      await this.#oneLife(environment, merchant, erp, report, false);
    }
    await this.#runToTheEnd(environment, merchant, erp);
    const store = await database.open();
    try {
      const inProgress = setInProgress ? inProgressStatusId : undefined;
      const outcome = {
        account,
        sandbox,
        merchant,
        erp,
        out: this.#out,
        required: this.#required,
        inProgress,
      };
      await compare(outcome, store, figures, (problem) => this.#complain(problem));
    } finally {
      await store.close();
    }
  }

  async close(): Promise<void> {
    await this.#sandbox?.close();
    await this.#options.database.drop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #oneLife(
    env: Record<string, string>,
    merchant: Merchant,
    erp: Warehouse,
    report: ReturnType<Warehouse['next']>,
    mayKill: boolean,
  ): Promise<Life> {
    const { figures, durations } = this.#options;
    const command = report ? 'report' : 'import';
    const args = report ? reportArguments(report) : ['import', '--json', '--out', this.#out];
    const kind = `${command}${this.#databaseIsNew() ? ' on a new database' : ''}`;
    // How long a life lasts on this machine has to be seen before a kill can be spread over it.
    const learned = durations.get(kind);
    const usual = learned ?? 2500;
    const before = merchant.nowSelected;
    const takenOutBefore = merchant.takenOut.length;
    this.#callsOfLife = 0;
    this.#lastCall = undefined;
    this.#sizeAtCall = this.#size();
    const acts = mayKill ? this.#random.integer(0, 3) : 0;
    const timers = Array.from({ length: acts }, () =>
      setTimeout(() => merchant.act(erp.touched), this.#random.between(0, usual)),
    );
    let phase = '';
    const life = await live({
      args,
      env,
      cwd: this.#folder,
      plan: mayKill && learned !== undefined ? this.#plan(usual, command) : { kind: 'never' },
      outFolder: this.#outFolder,
      onCalls: (tell) => {
        this.#tellCall = tell;
      },
      onKill: (pid) => {
        phase = this.#phase(pid);
      },
    });
    this.#tellCall = () => {};
    for (const timer of timers) clearTimeout(timer);
    if (life.killed) {
      figures.killedIn(kind, phase);
      if (this.#isTorn()) figures.torn += 1;
      this.#options.onKill();
      return life;
    }
    figures.finished += 1;
    if (!this.#accept(life, command)) return life;
    durations.set(kind, (durations.get(kind) ?? life.elapsedMs) * 0.7 + life.elapsedMs * 0.3);
    if (report) erp.accept(report);
    else {
      const takenOut = new Set(merchant.takenOut.slice(takenOutBefore));
      for (const id of before) if (!takenOut.has(id)) this.#required.add(id);
    }
    return life;
  }

  /** Nobody does anything any more: imports until nothing waits, then once more, which must change nothing. */
  async #runToTheEnd(env: Record<string, string>, merchant: Merchant, erp: Warehouse): Promise<void> {
    const { database } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      await this.#oneLife(env, merchant, erp, undefined, false);
      const store = await database.open();
      const waiting = await store.db
        .selectFrom('outbox')
        .select('id')
        .where('state', '=', 'waiting')
        .execute();
      await store.close();
      if (waiting.length === 0 || attempt === 8) break;
      await delay(2100);
    }
    const file = readFileSync(this.#out, 'utf8');
    const { created } = summaryOf(await this.#oneLife(env, merchant, erp, undefined, false));
    if (created !== 0 || readFileSync(this.#out, 'utf8') !== file) {
      this.#complain(`a run after the last one delivered ${created} orders again`);
    }
  }

  #plan(usual: number, command: string): KillPlan {
    const random = this.#random;
    if (random.chance(unharmed)) return { kind: 'never' };
    // Most of a life is its start; so more than half of the kills are bound to what comes after it.
    const choice = random.next();
    const latestMs = random.between(1, 1.4) * usual;
    if (choice < 0.2 && command === 'import') {
      return { kind: 'growth', afterMs: random.between(0, 12), latestMs };
    }
    if (choice < 0.6) {
      const number = random.integer(1, command === 'report' ? 2 : 5);
      return { kind: 'call', number, afterMs: random.chance(0.5) ? 0 : random.between(0, 90), latestMs };
    }
    return { kind: 'time', afterMs: random.between(0, usual * 1.05) };
  }

  /** Some answers are slow or get lost after the work was done. */
  #onCall(call: SandboxCall): Fault | undefined {
    this.#callsOfLife += 1;
    this.#lastCall = call;
    this.#sizeAtCall = this.#size();
    this.#tellCall(this.#callsOfLife);
    if (call.method === 'GET') return undefined;
    if (this.#random.chance(0.04)) return { kind: 'reset' };
    return this.#random.chance(0.4)
      ? { kind: 'stall', milliseconds: this.#random.between(20, 200) }
      : undefined;
  }

  #phase(pid: number): string {
    const { dataDir } = this.#options.database;
    const call = this.#lastCall as (SandboxCall & { status?: number }) | undefined;
    if (call === undefined) {
      if (dataDir === undefined) return 'starting or opening the database';
      if (!list(join(dataDir, 'in-use')).some((name) => name.startsWith(`${pid}.`))) return 'starting';
      return existsSync(join(dataDir, 'db')) ? 'opening the database' : 'creating the database';
    }
    const open = call.status === 0;
    if (call.method !== 'GET') {
      const what = call.endpoint.split('/').at(-1);
      return open ? `write-back (${what}) on its way` : `write-back (${what}) answered`;
    }
    if (call.endpoint !== 'GET /orders') return 'looking whether a parcel has arrived';
    if (open) return 'reading a page';
    return this.#size() > this.#sizeAtCall ? 'order in the file, confirming' : 'claiming or delivering';
  }

  #accept(life: Life, command: string): boolean {
    // A server notices the death of a client a moment later.
    if (/Another run for this account/.test(life.stderr) && this.#options.database.dataDir === undefined) {
      return false;
    }
    const fine = command === 'import' ? life.code === 0 || life.code === 2 : life.code === 0;
    const waits = command === 'report' && life.code === 1 && /is safe in the outbox/.test(life.stderr);
    if (!fine && !waits) this.#complain(`${command} ended with ${life.code}: ${life.stderr.trim()}`);
    return fine || waits;
  }

  #complain(problem: string): void {
    this.#options.figures.problems.push(`history ${this.#options.seed}: ${problem}`);
  }

  #databaseIsNew(): boolean {
    const { dataDir } = this.#options.database;
    return dataDir !== undefined && !existsSync(join(dataDir, 'db'));
  }

  #size(): number {
    return statSync(this.#out, { throwIfNoEntry: false })?.size ?? 0;
  }

  #isTorn(): boolean {
    return this.#size() > 0 && !readFileSync(this.#out, 'utf8').endsWith('\n');
  }
}

function knownSkus(sandbox: Sandbox): string[] {
  const skus = sandbox.orders.flatMap((order) =>
    (order.OrderItems ?? []).map((item) => item.Product?.SKU ?? ''),
  );
  return [...new Set(skus)].filter((sku) => sandbox.state.stock.article({ Sku: sku })).slice(0, 3);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function summaryOf(life: Life): { created: number } {
  try {
    return JSON.parse(life.stdout);
  } catch {
    return { created: -1 };
  }
}
