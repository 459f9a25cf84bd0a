import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { oneJson, openWorkplace } from './support/workplace.js';

it('adds an account after a look at Billbee, lists, disables and removes it, and shows no secret', async () => {
  const place = await openWorkplace();
  const user = place.sandbox.credentials.username;
  expect(await place.run(['accounts', 'add', '--label', 'Gartenlaube'])).toMatchObject({
    code: 0,
    stdout: `Added: ${user}\n`,
  });
  const wrong = await place.run(['accounts', 'add'], { BILLBEE_API_PASSWORD: 'not the password' });
  expect(wrong).toMatchObject({ code: 1, stdout: '' });
  expect(wrong.stderr).toContain(`Not added: ${user}`);
  expect(await place.run(['accounts', 'disable', user.toUpperCase()])).toMatchObject({ code: 0 });
  expect(oneJson(await place.run(['accounts', 'list', '--json']))).toMatchObject({
    accounts: [{ account: user, label: 'Gartenlaube', enabled: false, importStatusIds: [] }],
  });
  expect(statSync(place.path('data/encryption-key')).mode & 0o777).toBe(0o600);
  const key = readFileSync(place.path('data/encryption-key'), 'utf8');
  expect(await place.run(['accounts', 'rotate-key'])).toMatchObject({ code: 0 });
  expect(readFileSync(place.path('data/encryption-key'), 'utf8')).not.toBe(key);
  expect(await place.run(['accounts', 'remove', user])).toMatchObject({ code: 0 });
  expect(await place.run(['accounts', 'remove', user])).toMatchObject({ code: 1 });
});

it('takes many accounts from stdin, and names the line that is wrong without showing it', async () => {
  const place = await openWorkplace();
  const { username, apiPassword, apiKey } = place.sandbox.credentials;
  const line = (name: string) =>
    JSON.stringify({ username: name, apiPassword, apiKey, settings: { version: 1, importStatusIds: [3] } });
  const add = (stdin: string, ...more: string[]) =>
    place.run(['accounts', 'add', '--stdin', ...more], {}, { stdin });
  const torn = await add(
    `${line('a@example.com')}\n{"username":"b@example.com","apiPassword":"${apiPassword}"}`,
  );
  expect(torn.code).toBe(1);
  expect(torn.stderr).toContain('Line 2 of stdin: "apiKey"');
  for (const nothing of ['null', '[]', '"a"', '1']) {
    const refused = await add(`${line('a@example.com')}\n${nothing}\n`);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Line 2 of stdin: JSON')]);
  }
  const broken = await add(line('a\ud800@example.com'), '--no-check');
  expect(broken).toMatchObject({ code: 1, stderr: expect.stringContaining('half a character') });
  const added = await add(`${line('a@example.com')}\n\n${line('b@example.com')}\n`, '--no-check');
  expect(added).toMatchObject({ code: 0, stdout: 'Added: a@example.com\nAdded: b@example.com\n' });
  expect((await add(line(username))).stdout).toBe(`Added: ${username}\n`);
  const key = randomBytes(32).toString('base64');
  const other = await place.run(['accounts', 'rotate-key'], { BILLBEE_ENCRYPTION_KEY: key });
  expect(other.code).toBe(1);
  expect(other.stderr).toContain('BILLBEE_ENCRYPTION_KEY');
  expect(other.stderr).not.toContain(key);
});
