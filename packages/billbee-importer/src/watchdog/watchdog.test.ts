import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// The built one: the thread is a file of its own.
const module = fileURLToPath(new URL('../../dist/watchdog/watchdog.js', import.meta.url));

/** A process that is watched every 20 ms; `work` is what it does then. */
function watched(work: string): Promise<{ code: number | null; said: string }> {
  const script = `
    const { startWatchdog } = await import(${JSON.stringify(module)});
    const unwatch = startWatchdog('/', { full: 'It is full.', stuck: 'It is stuck.' }, 20);
    ${work}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += String(data);
    });
  }
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, said })));
}

it('ends a process whose main thread does not come back, and says why', async () => {
  // As the embedded database does it: a loop in WebAssembly.
  const wasm = '[0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,9,1,7,0,3,64,12,0,11,11]';
  const loop = `setInterval(() => {}, 1000);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { instance } = await WebAssembly.instantiate(new Uint8Array(${wasm}));
    setTimeout(() => { try { instance.exports.f(); } catch {} });`;
  expect(await watched(loop)).toEqual({ code: 1, said: 'It is stuck.\n' });
});

it('lets one be that comes back, and one that ends', async () => {
  const busy = `
    for (let look = 0; look < 30; look += 1) {
      const end = Date.now() + 60;
      while (Date.now() < end);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    console.log('done');`;
  expect(await watched(`${busy} unwatch();`)).toEqual({ code: 0, said: 'done\n' });
  expect(await watched('process.exitCode = 3;')).toEqual({ code: 3, said: '' });
});

it.each([
  [0, '0\n'],
  [Number.MAX_SAFE_INTEGER, '1\n'],
])(
  'watches only where less than %i bytes are free, also of a folder that is not there yet',
  async (ample, threads) => {
    const { said } = await watched(`
    unwatch();
    const { watchTightDisk } = await import(${JSON.stringify(module)});
    const { readdirSync } = await import('node:fs');
    const threads = () => readdirSync('/proc/self/task').length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = threads();
    const end = watchTightDisk('/there/is/no/such/folder', { full: '', stuck: '' }, ${ample});
    await new Promise((resolve) => setTimeout(resolve, 500));
    console.log(threads() - before);
    end();`);
    expect(said).toBe(threads);
  },
);
