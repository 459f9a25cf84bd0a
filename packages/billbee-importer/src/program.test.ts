import { expect, it } from 'vitest';
import { buildProgram } from './program.js';
import { textsIn } from './texts/index.js';

async function run(args: string[], language: 'de' | 'en' = 'en') {
  const written = { out: '', err: '' };
  const program = buildProgram({
    say: textsIn(language),
    version: '1.2.3',
    run: async () => {},
    write: {
      out: (text) => {
        written.out += text;
      },
      err: (text) => {
        written.err += text;
      },
    },
  });
  const ending = await program.parseAsync(args, { from: 'user' }).then(
    () => 'ran',
    (error: { exitCode: number }) => error.exitCode,
  );
  return { ...written, ending };
}

it('has these commands', async () => {
  const { out, ending } = await run(['--help']);
  expect(ending).toBe(0);
  for (const name of [
    'check',
    'statuses',
    'import',
    'held',
    'retry-held',
    'report',
    'outbox',
    'retry-outbox',
    'serve',
    'accounts',
    'work',
  ]) {
    expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  }
  expect(out).toContain('BILLBEE_SETTINGS');
});

it('shows help in German', async () => {
  const { out } = await run(['import', '--help'], 'de');
  expect(out).toContain('Aufruf: billbee-importer import');
  expect(out).toContain('Optionen:');
});

it('shows its version', async () => {
  expect(await run(['--version'])).toEqual({ out: '1.2.3\n', err: '', ending: 0 });
});

it.each([
  [['chekc'], 'Did you mean check?'],
  [['import', '--stauts', '3'], 'Did you mean --status?'],
  [['report', 'status', '1'], "missing required argument 'status'"],
  [['check', 'now'], 'too many arguments'],
])('refuses %j', async (args, complaint) => {
  const { err, ending } = await run(args);
  expect(ending).toBe(1);
  expect(err).toContain(complaint);
});

it.each([
  [['check']],
  [['import', '--status', '3', '--dry-run', '--json', '--limit', '2', '--out', 'x', '--since', '2026-01-01']],
  [['retry-held', '1', '2', '--json']],
  [['report', 'shipment', '1', '0034', '--carrier', '1', '--provider-id', '2', '--provider-product-id', '3']],
  [['report', 'stock', 'A-1', '5']],
])('takes %j', async (args) => {
  expect((await run(args)).ending).toBe('ran');
});
