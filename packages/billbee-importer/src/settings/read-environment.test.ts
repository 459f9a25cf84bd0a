import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readEnvironment, settingOf } from './read-environment.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'environment-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('adds .env to the environment, which wins', () => {
  writeFileSync(
    join(folder, '.env'),
    '\ufeffBILLBEE_USERNAME=file@example.com\r\nBILLBEE_API_KEY="key with # sign"\r\nBILLBEE_URL=https://file.example\n',
  );
  const env = readEnvironment({ BILLBEE_URL: 'https://shell.example' }, folder);
  expect(env).toEqual({
    BILLBEE_USERNAME: 'file@example.com',
    BILLBEE_API_KEY: 'key with # sign',
    BILLBEE_URL: 'https://shell.example',
  });
});

it('lets an empty variable switch off what stands in .env', () => {
  writeFileSync(join(folder, '.env'), 'DATABASE_URL=postgres://localhost/erp\n');
  expect(settingOf(readEnvironment({ DATABASE_URL: '' }, folder), 'DATABASE_URL')).toBeUndefined();
});

it('needs no .env', () => {
  expect(readEnvironment({ A: '1' }, folder)).toEqual({ A: '1' });
});

it('says which file cannot be read', () => {
  mkdirSync(join(folder, '.env'));
  expect(() => readEnvironment({}, folder)).toThrow(`${join(folder, '.env')}: EISDIR`);
});

it('takes white space off a setting', () => {
  expect(settingOf({ A: ' x \r' }, 'A')).toBe('x');
  expect(settingOf({ A: '  ' }, 'A')).toBeUndefined();
  expect(settingOf({}, 'A')).toBeUndefined();
});
