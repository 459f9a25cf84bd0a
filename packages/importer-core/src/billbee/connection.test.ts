import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SettingsError } from '../errors.js';
import { accountKey, type BillbeeConnection, CheckedConnection, defaultBaseUrl } from './connection.js';

const valid = { username: 'shop@example.com', apiPassword: 'Geheim-Wort-123', apiKey: '0123-abcd-key' };

function refusal(changes: Partial<BillbeeConnection>): SettingsError {
  try {
    new CheckedConnection({ ...valid, ...changes });
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('the address', () => {
  it.each([
    [undefined, defaultBaseUrl],
    ['', defaultBaseUrl],
    ['https://app.billbee.io/api/v1/', 'https://app.billbee.io/api/v1'],
    ['https://app.billbee.io/api/v1//', 'https://app.billbee.io/api/v1'],
    ['http://127.0.0.1:8080/api/v1', 'http://127.0.0.1:8080/api/v1'],
    ['http://127.1.2.3/api/v1', 'http://127.1.2.3/api/v1'],
    ['http://[::1]:8080/api/v1', 'http://[::1]:8080/api/v1'],
    ['http://localhost:8080/api/v1', 'http://localhost:8080/api/v1'],
  ])('%s becomes %s', (baseUrl, expected) => {
    expect(new CheckedConnection({ ...valid, baseUrl }).baseUrl).toBe(expected);
  });

  it.each([
    ['http://api.billbee.io/api/v1', 'not-https'],
    ['http://127.0.0.1.example.com/api/v1', 'not-https'],
    ['http://localhost.example.com/api/v1', 'not-https'],
    ['ftp://api.billbee.io/api/v1', 'not-https'],
    ['api.billbee.io/api/v1', 'bad-url'],
    ['https://', 'bad-url'],
    ['https://user:topsecret@api.billbee.io/api/v1', 'bad-url'],
    ['https://api.billbee.io/api/v1?key=topsecret', 'bad-url'],
    ['https://api.billbee.io/api/v1#topsecret', 'bad-url'],
  ])('%s is refused (%s)', (baseUrl, code) => {
    const error = refusal({ baseUrl });
    expect(error.code).toBe(code);
    expect(error.settings).toEqual(['baseUrl']);
    expect(error.message).not.toContain('topsecret');
  });
});

describe('the credentials', () => {
  it('names all that are missing', () => {
    const error = refusal({ username: ' ', apiKey: '' });
    expect(error.code).toBe('missing-credential');
    expect(error.settings).toEqual(['username', 'apiKey']);
  });

  it.each([
    [{ username: 'a\nb' }, 'username'],
    [{ username: 'a:b' }, 'username'],
    [{ apiPassword: 'a\u0000b' }, 'apiPassword'],
    [{ apiKey: 'key\r\nX-Evil: 1' }, 'apiKey'],
    [{ apiKey: 'schlüssel' }, 'apiKey'],
  ])('%j is refused', (changes, setting) => {
    const error = refusal(changes);
    expect(error.code).toBe('bad-credential');
    expect(error.settings).toEqual([setting]);
  });

  it('go out as UTF-8', () => {
    const connection = new CheckedConnection({
      ...valid,
      username: 'jürgen@example.com',
      apiPassword: 'pä€ß',
    });
    const { Authorization = '', ...others } = connection.credentialHeaders();
    expect(Buffer.from(Authorization.replace('Basic ', ''), 'base64').toString('utf8')).toBe(
      'jürgen@example.com:pä€ß',
    );
    expect(others).toEqual({ 'X-Billbee-Api-Key': '0123-abcd-key' });
  });

  it('do not show when a connection is printed or serialised', () => {
    const connection = new CheckedConnection(valid);
    const shown = `${JSON.stringify({ connection })} ${inspect(connection, { depth: 9, showHidden: true })}`;
    expect(shown).toContain(defaultBaseUrl);
    for (const secret of Object.values(valid)) expect(shown).not.toContain(secret);
  });
});

it('names the same account however the user name was typed', () => {
  expect(accountKey(' Shop@Example.COM\n')).toBe('shop@example.com');
  expect(accountKey('u\u0308ser@example.com')).toBe(accountKey('\u00fcser@example.com'));
});

it('names others for different users', () => {
  expect(accountKey('a@example.com')).not.toBe(accountKey('b@example.com'));
});
