import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { print } from './figure.js';
import { benchProgramMemory } from './program-memory.js';

const program = fileURLToPath(new URL('./memory.ts', import.meta.url));
const small = 10_000;

/** Peak memory of the program, and of the library's import of many orders beside that of 10,000; `BENCH_ORDERS` sets the large number. */
export async function benchMemory(): Promise<void> {
  await benchProgramMemory();
  const base = measure(small);
  const large = measure(Number(process.env['BENCH_ORDERS'] ?? 100_000));
  for (const run of [base, large]) {
    print({
      name: `memory/${run.orders}-orders`,
      value: run.peakBytes / 2 ** 20,
      unit: 'MiB',
      peer: `${small} orders`,
      ratio: run.peakBytes / base.peakBytes,
      note: `${Math.round(run.orders / run.seconds)} orders/s`,
    });
  }
}

function measure(orders: number): { orders: number; seconds: number; peakBytes: number } {
  const output = execFileSync(process.execPath, ['--import', 'tsx', program, String(orders)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}
