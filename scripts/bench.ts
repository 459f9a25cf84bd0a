/** `npm run bench`: one JSON object per line; `npm run bench -- stages` measures only that part. */
import { benchDetector } from './bench/detector.js';
import { benchMemory } from './bench/peak-memory.js';
import { benchSizes } from './bench/sizes.js';
import { benchStages } from './bench/stages.js';
import { benchThrottled } from './bench/throttled.js';

const parts = {
  sizes: benchSizes,
  detector: benchDetector,
  stages: benchStages,
  memory: benchMemory,
  throttled: benchThrottled,
};

const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await measure();
}
