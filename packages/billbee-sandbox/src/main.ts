import { Command, InvalidArgumentError, Option } from 'commander';
import { FAULT_NAMES, type FaultName } from './api/faults.js';
import { ROW_ORDERS, type RowOrder } from './options.js';
import { startSandbox } from './start-sandbox.js';

interface Flags {
  port: number;
  orders: number;
  seed: number;
  accounts: number;
  rateLimit: 'on' | 'off';
  fault?: FaultName;
  rowOrder: RowOrder;
  zone: string;
  recent?: boolean;
  webhooks?: number | true;
}

function integer(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(`expected a whole number from ${from} to ${to}.`);
  };
}

function timeZone(text: string): string {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text });
    return text;
  } catch {
    throw new InvalidArgumentError('expected an IANA time zone such as Europe/Berlin or UTC.');
  }
}

const program = new Command('billbee-sandbox')
  .description(
    'A local Billbee to develop against: order API with limits and quirks, and look-alike backend pages.\n' +
      'Credentials: sandbox@example.com / sandbox-password / sandbox-key. Ends with Ctrl+C.',
  )
  .option('--port <number>', 'TCP port on 127.0.0.1; 0 takes a free one', integer(0, 65_535), 0)
  .option('--orders <number>', 'how many orders to begin with', integer(0, 2_000_000), 120)
  .option('--seed <number>', 'other people, articles and dates', integer(0, 2 ** 31 - 1), 1)
  .option(
    '--accounts <number>',
    'accounts sandbox@, sandbox-2@ …, same password and key',
    integer(1, 100_000),
    1,
  )
  .addOption(new Option('--rate-limit <switch>', "Billbee's limits").choices(['on', 'off']).default('on'))
  .addOption(new Option('--fault <name>', 'what goes wrong with every call').choices(FAULT_NAMES))
  .addOption(
    new Option('--row-order <name>', 'sequence of order lists').choices(ROW_ORDERS).default('imported'),
  )
  .option('--recent', 'orders dated up to now instead of in 2025')
  .option(
    '--webhooks [seconds]',
    'a new order every so many seconds, told to the registered webhooks; without seconds: at a press of n',
    integer(1, 86_400),
  )
  .option('--zone <name>', 'zone whose local time the dates show', timeZone, 'Europe/Berlin');

const flags = program.parse().opts<Flags>();
const { rateLimit, webhooks, ...rest } = flags;
if (webhooks === true && !process.stdin.isTTY) {
  program.error('--webhooks without seconds waits for a key, and there is no terminal: give it seconds.');
}
try {
  const sandbox = await startSandbox({ ...rest, rateLimit: rateLimit === 'on' });
  const stop = (): void => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const addOrder = (): void => {
    const { BillBeeOrderId, OrderNumber } = sandbox.addOrder();
    process.stderr.write(`new order ${BillBeeOrderId} (${OrderNumber}), status 3\n`);
  };
  if (typeof webhooks === 'number') setInterval(addOrder, webhooks * 1000);
  if (webhooks === true) {
    // A terminal in raw mode gives the key at once, and Ctrl+C as a key.
    process.stdin.setRawMode(true);
    process.stdin.on('data', (keys: Buffer) => {
      for (const key of keys.toString()) {
        if (key === 'n') addOrder();
        else if (key === '\u0003' || key === 'q') stop();
      }
    });
  }
  process.stdout.write(`${JSON.stringify({ api: sandbox.api, backend: sandbox.backend })}\n`);
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  const cause = taken ? `port ${flags.port} is taken: choose another with --port.` : String(error);
  process.stderr.write(`billbee-sandbox: ${cause}\n`);
  process.exitCode = 1;
}
