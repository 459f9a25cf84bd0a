import { expect, it } from 'vitest';
import { Sessions, sameSecret } from './session.js';

const now = 1_700_000_000_000;

it('opens with its own cookies until they end, and with no others', () => {
  const sessions = new Sessions('a token of the operator', 1000);
  const cookie = sessions.start(now);
  expect(sessions.isOpen(cookie, now + 999)).toBe(true);
  expect(sessions.isOpen(cookie, now + 1000)).toBe(false);
  expect(new Sessions('another token', 1000).isOpen(cookie, now)).toBe(false);
  const [end = '', signature = ''] = cookie.split('.');
  for (const forged of [
    undefined,
    '',
    end,
    `${end}.`,
    `${Number(end) + 1}.${signature}`,
    `${end}.${signature.slice(0, -1)}_`,
    `${end}.${sessions.formToken(cookie)}`,
    'a token of the operator',
  ]) {
    expect([forged, sessions.isOpen(forged, now)]).toEqual([forged, forged === cookie]);
  }
  expect(cookie).not.toContain('operator');
});

it('gives each session form tokens of its own', () => {
  const sessions = new Sessions('a token of the operator', 1000);
  const [first, second] = [sessions.start(now), sessions.start(now + 5)];
  expect(sessions.isFormToken(sessions.formToken(first), first)).toBe(true);
  expect(sessions.isFormToken(sessions.formToken(first), second)).toBe(false);
  expect(sessions.isFormToken(undefined, first)).toBe(false);
});

it('compares secrets of any length', () => {
  expect(sameSecret('same', 'same')).toBe(true);
  expect(sameSecret('same', 'same ')).toBe(false);
  expect(sameSecret('', 'same')).toBe(false);
});
