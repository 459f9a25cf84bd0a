import { createBillbeeClient, StopError } from 'importer-core';
import { expect, it } from 'vitest';
import { tellFailure } from './error-boundary.js';
import { UnreadableDotEnv } from './settings/read-environment.js';
import { testContext } from './testing.test.data.js';

it('says what an error of the library says, and no more', async () => {
  const { context, stdout, stderr } = testContext();
  expect(await tellFailure(context, new StopError('stop', 'Stop here.'), false)).toBe(1);
  expect(stderr.text).toBe('Stop here.\n');
  expect(stdout.text).toBe('');
});

it('shortens what nobody expected, and shows the stack only for DEBUG', async () => {
  const plain = testContext();
  await tellFailure(plain.context, new TypeError('x is not a function'), false);
  expect(plain.stderr.text).toBe('Unexpected error: x is not a function. Set DEBUG=1 to see where.\n');
  const debug = testContext({ DEBUG: '1' });
  await tellFailure(debug.context, new TypeError('x is not a function'), false);
  expect(debug.stderr.text).toMatch(/\n {4}at /);
});

it('hides secrets, in stacks too', async () => {
  const { context, terminal, stderr, stdout } = testContext({ DEBUG: '1' });
  terminal.hide((text) => text.replaceAll('hunter2', '***'));
  await tellFailure(context, new Error('cannot log in with hunter2'), true);
  expect(stderr.text + stdout.text).not.toContain('hunter2');
});

it('gives a command with --json its one object, unless it has written it', async () => {
  const first = testContext();
  await tellFailure(first.context, new StopError('stop', 'Stop here.'), true);
  expect(JSON.parse(first.stdout.text)).toEqual({ error: { code: 'stop', message: 'Stop here.' } });
  const second = testContext();
  second.terminal.json({ read: 1 });
  await tellFailure(second.context, new StopError('stop', 'Stop here.'), true);
  expect(JSON.parse(second.stdout.text)).toEqual({ read: 1 });
});

it('calls a stop that somebody asked for by its name', async () => {
  const { context, stderr } = testContext();
  const controller = new AbortController();
  controller.abort(new Error('Stopped by SIGINT.'));
  await tellFailure({ ...context, stop: controller.signal }, controller.signal.reason, false);
  expect(stderr.text).toBe('Stopped. What was imported stays; the next run goes on from there.\n');
});

it('names an unreadable .env in the language of the rest', async () => {
  const { context, stderr } = testContext({}, 'de');
  await tellFailure(context, new UnreadableDotEnv('/srv/.env', { code: 'EACCES' }), false);
  expect(stderr.text).toContain('Die Datei /srv/.env kann nicht gelesen werden (EACCES)');
});

it('words an error of the library in the language of the rest, with the names of the command line', async () => {
  const { context, stderr } = testContext({}, 'de');
  const connection = { username: 'a@example.com', apiPassword: 'p', apiKey: '' };
  const error = await Promise.resolve()
    .then(() => createBillbeeClient({ connection, fetch, clock: context.clock }))
    .catch((reason: unknown) => reason);
  await tellFailure(context, error, false);
  expect(stderr.text).toBe(
    'Nicht angegeben: BILLBEE_API_KEY. Geben Sie die Zugangsdaten vollständig an und starten Sie erneut.\n',
  );
});
