import { expect, it } from 'vitest';
import { testContext } from '../testing.test.data.js';
import { readAccount, readCredentials } from './credentials.js';

const { terminal } = testContext();
const env = {
  BILLBEE_USERNAME: ' Shop@example.com ',
  BILLBEE_API_PASSWORD: ' with spaces \r\n',
  BILLBEE_API_KEY: 'key\n',
};

it('reads the credentials, without what pasting adds', () => {
  expect(readCredentials(env, terminal)).toEqual({
    baseUrl: undefined,
    username: 'Shop@example.com',
    apiPassword: ' with spaces ',
    apiKey: 'key',
  });
});

it('names all that are missing at once', () => {
  const given = { ...env, BILLBEE_API_KEY: '', BILLBEE_API_PASSWORD: undefined };
  expect(() => readCredentials(given, terminal)).toThrow(
    expect.objectContaining({
      code: 'missing-credential',
      settings: ['BILLBEE_API_PASSWORD', 'BILLBEE_API_KEY'],
      message: expect.stringContaining('BILLBEE_API_PASSWORD, BILLBEE_API_KEY not set'),
    }),
  );
});

it('knows the account without password and key', () => {
  expect(readAccount({ BILLBEE_USERNAME: 'Shop@Example.com' }, terminal)).toBe('shop@example.com');
  expect(() => readAccount({}, terminal)).toThrow('BILLBEE_USERNAME not set');
});
