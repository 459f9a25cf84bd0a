import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { print } from './figure.js';

/** What the figures were measured on, and how busy it was with other things. */
export function benchMachine(): void {
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
