import { expect, it } from 'vitest';
import { accountId } from '../account-id.js';
import { createLog, type LogLine } from './log.js';

function collected(redact?: (text: string) => string) {
  const lines: LogLine[] = [];
  return { lines, log: createLog((line) => lines.push(line), redact) };
}

it('writes the fields of an event, and nothing else that is handed over', () => {
  const { lines, log } = collected();
  const careless = {
    account: 'a@example.com',
    orders: 2,
    body: '{"name":"Erika"}',
    apiKey: 'secret',
    headers: {},
  };
  log.write('webhook-received', careless);
  expect(lines).toEqual([
    { level: 'info', event: 'webhook-received', fields: { account: accountId('a@example.com'), orders: 2 } },
  ]);
});

it('drops objects, and shortens and redacts texts', () => {
  const { lines, log } = collected((text) => text.replaceAll('geheim', '***'));
  const error = { toString: () => 'geheim' } as unknown as string;
  log.write('worker-failed', { code: error, message: `geheim ${'x'.repeat(5000)}` });
  expect(lines[0]?.fields['code']).toBeUndefined();
  expect(lines[0]?.fields['message']).toMatch(/^\*\*\* x+$/);
  expect(String(lines[0]?.fields['message'])).toHaveLength(500);
});

it('holds no e-mail address, not even as part of a path', () => {
  const { lines, log } = collected();
  const message =
    'Another run is importing into ndjson:/data/erika.muster@shop.example.com.ndjson (erika@x.de).';
  log.write('worker-failed', { code: 'already-running', message });
  expect(JSON.stringify(lines)).not.toMatch(/erika|shop\.example/);
});

it('warns about what has failed', () => {
  const { lines, log } = collected();
  const figures = { read: 0, created: 0, skipped: 0, held: 0, calls: 1, retries: 0, sent: 0, elapsedMs: 1 };
  log.write('lease-ended', {
    account: 'a',
    work: 'import',
    outcome: 'failed',
    code: 'unauthorized',
    ...figures,
  });
  log.write('lease-ended', { account: 'a', work: 'import', outcome: 'done', ...figures });
  expect(lines.map(({ level }) => level)).toEqual(['warn', 'info']);
});
