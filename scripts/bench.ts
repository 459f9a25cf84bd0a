import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { type Choice, chooseParts } from './bench/choose-parts.js';
import { benchDetector } from './bench/detector.js';
import { print } from './bench/figure.js';
import { benchFleet } from './bench/fleet/index.js';
import { benchMemory } from './bench/peak-memory.js';
import { benchPopup } from './bench/popup.js';
import { benchSizes } from './bench/sizes.js';
import { benchStages } from './bench/stages.js';
import { benchStartup } from './bench/startup.js';
import { benchThrottled } from './bench/throttled.js';

/** `npm run bench`: one JSON object per line; `npm run bench -- --help` says which parts there are. */

const parts = {
  machine: { measure: benchMachine, says: 'what the figures were measured on' },
  sizes: { measure: benchSizes, says: 'bytes of the extension, per browser and by where it runs' },
  startup: {
    measure: benchStartup,
    says: 'how long the command line and the embedded database take to start',
  },
  detector: { measure: benchDetector, says: 'recall and precision on the corpus, and how long a look takes' },
  popup: { measure: benchPopup, says: 'from opening the popup to a list that can be used' },
  stages: { measure: benchStages, says: 'what each stage of an import costs, and the whole' },
  memory: { measure: benchMemory, says: 'peak memory of a large import' },
  throttled: { measure: benchThrottled, says: 'reading at the documented limits, beside peers' },
  fleet: { measure: benchFleet, says: 'many accounts on PostgreSQL, by number of workers' },
};
type Part = keyof typeof parts;

const choice = choose(process.argv.slice(2));
if ('help' in choice) console.log(choice.help);
let failed = false;
for (const name of 'parts' in choice ? choice.parts : []) {
  try {
    await parts[name].measure();
  } catch (error) {
    // The other parts are worth having all the same.
    print({ name, value: null, unit: '', note: `failed: ${messageOf(error)}` });
    failed = true;
  }
}
// The PostgreSQL of the fleets ends its process with 0, whatever `process.exitCode` says.
if (failed) process.exit(1);

function choose(args: readonly string[]): Choice<Part> {
  const says = Object.entries(parts).map(([name, part]) => [name, part.says]);
  try {
    return chooseParts<Part>(args, Object.fromEntries(says));
  } catch (error) {
    console.error(messageOf(error));
    process.exit(1);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What the figures were measured on, and how busy it was with other things. */
function benchMachine(): void {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');
  print({
    name: 'machine',
    value: cpus().length,
    unit: 'cores',
    note: `${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${type()} ${release()}, Node ${process.version}, load before ${load}, ${new Date().toISOString().slice(0, 10)}`,
  });
}
