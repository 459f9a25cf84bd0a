import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const hostFiles = fileURLToPath(new URL('openxe-host/', import.meta.url));
const pluginFile = fileURLToPath(
  new URL('../../packages/openxe-connector/php/shopimporter_billbee.php', import.meta.url),
);

/** An order in the ERP. */
export interface HostOrder {
  readonly id: number;
  readonly internet: string;
  readonly shopextid: string;
  readonly gesamtsumme: string;
  readonly positions: readonly { nummer: string; menge: number; preis: number; umsatzsteuer: string }[];
  readonly [column: string]: unknown;
}

/** Everything the ERP keeps. */
export interface HostState {
  readonly shop: Readonly<Record<string, unknown>>;
  readonly staging: readonly { extid: string; warenkorb: string; imported: number; trash: number }[];
  readonly orders: readonly HostOrder[];
  readonly articles: Readonly<Record<string, { lagerartikel: number }>>;
  readonly protocol: readonly string[];
  /** PHP warnings. */
  readonly warnings: readonly string[];
  readonly mutex: number;
  /** Commands that were sent to the connector. */
  readonly log: readonly string[];
}

/** What the ERP's page says after "Verbindung prüfen". */
export interface HostCheck {
  readonly ok: boolean;
  readonly html: string;
  readonly info: unknown;
}

/**
 * The ERP of the tests: real PHP around the real connector file, which is installed by copying it. It behaves as OpenXE
 * was seen to: see the PHP files in `openxe-host/`.
 */
export class OpenXeHost {
  readonly folder = mkdtempSync(join(tmpdir(), 'openxe-host-'));
  readonly plugin = join(this.folder, 'www/pages/shopimporter_billbee.php');
  /** Reports that could not be delivered and wait in the ERP. */
  readonly waitingFile = join(this.folder, 'userdata/billbee-1-waiting.ndjson');

  /** PHP's folder for temporary files. */
  readonly temporaryFolder = join(this.folder, 'tmp');

  constructor() {
    mkdirSync(this.temporaryFolder);
    mkdirSync(join(this.folder, 'www/pages'), { recursive: true });
    mkdirSync(join(this.folder, 'userdata'));
    copyFileSync(pluginFile, this.plugin);
    // Another user may run them, who cannot look into every folder that holds a checkout.
    cpSync(hostFiles, join(this.folder, 'host'), { recursive: true });
  }

  /**
   * Runs one thing in the ERP. Output on stderr, where PHP's errors go, fails the test.
   *
   * @param asUser number of the user that PHP runs as; needs root and `setpriv`
   */
  async run<Result = unknown>(command: string, argument?: unknown, asUser?: number): Promise<Result> {
    const php = process.env['PHP_PATH'] ?? 'php';
    const own = [
      php,
      join(this.folder, 'host/host.php'),
      this.folder,
      command,
      JSON.stringify(argument ?? null),
    ];
    const other = ['setpriv', `--reuid=${asUser}`, `--regid=${asUser}`, '--clear-groups', ...own];
    const [program = php, ...args] = asUser === undefined ? own : other;
    const env = { ...process.env, TMPDIR: this.temporaryFolder };
    return new Promise((resolve, reject) => {
      execFile(program, args, { timeout: 120_000, maxBuffer: 64_000_000, env }, (error, stdout, stderr) => {
        if (error || stderr.trim() !== '') reject(new Error(`${command}: ${stderr || error?.message}`));
        else resolve(JSON.parse(stdout) as Result);
      });
    });
  }

  save(fields: Readonly<Record<string, string>>): Promise<unknown> {
    return this.run('save', fields);
  }

  /** Columns of the shop, e.g. `demomodus`. */
  set(columns: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.run('set', columns);
  }

  check(): Promise<HostCheck> {
    return this.run<HostCheck>('check');
  }

  state(): Promise<HostState> {
    return this.run<HostState>('state');
  }

  get waiting(): string {
    return existsSync(this.waitingFile) ? readFileSync(this.waitingFile, 'utf8') : '';
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The cart of a staging row. */
export function cartOf(row: {
  readonly warenkorb: string;
}): Record<string, unknown> & { articlelist: unknown[] } {
  return JSON.parse(Buffer.from(row.warenkorb, 'base64').toString('utf8'));
}
