import { expect, it } from 'vitest';
import { accountKey } from './account-key.js';

it('is the same however the user name was typed', () => {
  expect(accountKey(' Shop@Example.COM\n')).toBe('shop@example.com');
  expect(accountKey('u\u0308ser@example.com')).toBe(accountKey('\u00fcser@example.com'));
});

it('differs for different users', () => {
  expect(accountKey('a@example.com')).not.toBe(accountKey('b@example.com'));
});
