/** `npm run bench`: one JSON object per line; `npm run bench -- stages` measures only that part, `--long` more of it. */
import { benchDetector } from './bench/detector.js';
import { print } from './bench/figure.js';
import { benchFleet } from './bench/fleet.js';
import { benchMachine } from './bench/machine.js';
import { benchMemory } from './bench/peak-memory.js';
import { benchSizes } from './bench/sizes.js';
import { benchStages } from './bench/stages.js';
import { benchStartup } from './bench/startup.js';
import { benchThrottled } from './bench/throttled.js';

const parts = {
  machine: benchMachine,
  sizes: benchSizes,
  startup: benchStartup,
  detector: benchDetector,
  stages: benchStages,
  memory: benchMemory,
  throttled: benchThrottled,
  fleet: benchFleet,
};

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  try {
    await measure();
  } catch (error) {
    // The other parts are worth having all the same.
    const note = error instanceof Error ? error.message : String(error);
    print({ name, value: null, unit: '', note: `failed: ${note}` });
    process.exitCode = 1;
  }
}
