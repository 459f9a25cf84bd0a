import { existsSync } from 'node:fs';
import type { FaultName } from 'billbee-sandbox';
import { describe, expect, it } from 'vitest';
import { openWorkplace } from './support/workplace.js';

describe('check', () => {
  it('prints success and needs no database', async () => {
    const { run, path } = await openWorkplace({ database: 'new', rateLimit: true });
    expect(await run(['check'])).toEqual({ code: 0, stdout: 'success\n', stderr: '' });
    expect(existsSync(path('data'))).toBe(false);
  });

  it('names for each wrong setting its own cause, and what to do', async () => {
    const { run, sandbox } = await openWorkplace({ database: 'new' });
    const cases: readonly [Record<string, string>, RegExp][] = [
      [{ BILLBEE_API_KEY: 'wrong-key-4711' }, /BILLBEE_API_KEY/],
      [{ BILLBEE_API_PASSWORD: 'wrong-password-4711' }, /BILLBEE_API_PASSWORD/],
      [{ BILLBEE_USERNAME: 'somebody@example.com' }, /BILLBEE_USERNAME/],
      [{ BILLBEE_USERNAME: '', BILLBEE_API_KEY: '' }, /BILLBEE_USERNAME, BILLBEE_API_KEY not set/],
      [{ BILLBEE_URL: 'http://billbee.example.com/api/v1' }, /BILLBEE_URL.*https/],
      [{ BILLBEE_URL: 'http://127.0.0.1:1/api/v1' }, /reached.*BILLBEE_URL/],
      [{ BILLBEE_URL: 'not a url' }, /BILLBEE_URL/],
      [{ BILLBEE_URL: sandbox.backend }, /BILLBEE_URL/],
    ];
    for (const [env, cause] of cases) {
      const secrets = Object.values(env).filter((value) => value.startsWith('wrong-'));
      const { code, stdout, stderr } = await run(['check'], env, { secrets });
      expect([env, code, stdout]).toEqual([env, 1, '']);
      expect(stderr).toMatch(cause);
    }
  });

  it('tells each cause in words of its own', async () => {
    const { run, sandbox } = await openWorkplace({ database: 'new' });
    const causes: readonly [FaultName, RegExp][] = [
      ['api-off', /API/],
      ['no-rights', /right|may not/i],
      ['throttled', /limit|many|wait/i],
      ['error', /again|later/i],
      ['html', /BILLBEE_URL/],
      ['unauthorized', /BILLBEE_API_KEY/],
    ];
    const texts = new Set<string>();
    for (const [fault, words] of causes) {
      sandbox.setFault(fault);
      const { code, stdout, stderr } = await run(['check']);
      expect([fault, code, stdout]).toEqual([fault, 1, '']);
      expect(stderr, fault).toMatch(words);
      texts.add(stderr);
    }
    expect(texts.size).toBe(causes.length);
  });

  it('shows the cause in red where colours are wanted, and in German where German is spoken', async () => {
    const { run } = await openWorkplace({ database: 'new' });
    const wrong = { BILLBEE_API_KEY: '', LANG: 'de_DE.UTF-8' };
    expect((await run(['check'], { ...wrong, FORCE_COLOR: '1' })).stderr).toBe(
      '\u001b[31mBILLBEE_API_KEY fehlt. In der Umgebung oder in .env im Arbeitsverzeichnis setzen.\u001b[39m\n',
    );
    expect((await run(['check'], { ...wrong, FORCE_COLOR: '1', NO_COLOR: '1' })).stderr).not.toContain(
      '\u001b',
    );
  });
});
