import { Command, InvalidArgumentError } from 'commander';
import { startXentralSandbox } from './start-sandbox.js';

function integer(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(`expected a whole number from ${from} to ${to}.`);
  };
}

const program = new Command('xentral-sandbox')
  .description(
    'A local stand-in for a Xentral tenant to develop against. Token: sandbox-token. Ends with Ctrl+C.',
  )
  .option('--port <number>', 'TCP port on 127.0.0.1; 0 takes a free one', integer(0, 65_535), 0)
  .option('--calls-per-minute <number>', "Xentral's limit", integer(1, 1_000_000), 100);

const { port, callsPerMinute } = program.parse().opts<{ port: number; callsPerMinute: number }>();
try {
  const sandbox = await startXentralSandbox({ port, callsPerMinute });
  const stop = (): void => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`${JSON.stringify({ url: sandbox.url, token: sandbox.token })}\n`);
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  const cause = taken ? `port ${port} is taken: choose another with --port.` : String(error);
  process.stderr.write(`xentral-sandbox: ${cause}\n`);
  process.exitCode = 1;
}
