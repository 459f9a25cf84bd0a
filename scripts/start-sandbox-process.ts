import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A sandbox in a process of its own. */
export interface RunningSandbox {
  readonly api: string;
  readonly backend: string;
  /** Ends the process and resolves when it is gone. */
  stop(): Promise<void>;
}

const bin = fileURLToPath(new URL('../packages/billbee-sandbox/bin/billbee-sandbox.js', import.meta.url));

/**
 * Starts `billbee-sandbox` on a free port and waits for the line that says it is ready.
 *
 * @param signal ends the waiting and the process
 * @param options of the command, e.g. `['--orders', '5000']`
 * @throws Error with what the sandbox said when it ends instead
 */
export async function startSandboxProcess(
  signal: AbortSignal,
  options: readonly string[] = [],
): Promise<RunningSandbox> {
  const child = spawn(process.execPath, [bin, '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    await gone;
  };
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const abort = (): void => void child.kill();
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  const lines = createInterface(child.stdout);
  const first = await new Promise<string | undefined>((resolve) => {
    lines.once('line', resolve);
    void gone.then(() => resolve(undefined));
  });
  if (first === undefined) throw new Error(`The sandbox did not start. ${complaints.trim()}`);
  try {
    const { api, backend } = JSON.parse(first) as { api: string; backend: string };
    return { api, backend, stop };
  } catch (cause) {
    await stop();
    throw new Error(`The sandbox said "${first}" instead of its addresses.`, { cause });
  }
}
