import { expect, it } from 'vitest';
import { hideSecrets } from './secrets.js';

const env = {
  BILLBEE_USERNAME: 'shop@example.com',
  BILLBEE_API_PASSWORD: 'pass/word 1',
  BILLBEE_API_KEY: '0123-4567',
  XENTRAL_TOKEN: 'xt|89-abc',
  DATABASE_URL: 'postgres://erp:p%40ssword@db.example.com:5432/erp',
};
const hide = hideSecrets(env);

it.each([
  'pass/word 1',
  'pass%2Fword%201',
  '0123-4567',
  'xt|89-abc',
  'p%40ssword',
  'p@ssword',
  Buffer.from('shop@example.com:pass/word 1').toString('base64'),
  Buffer.from('pass/word 1').toString('base64'),
])('hides %s', (secret) => {
  expect(hide(`before ${secret} after`)).toMatch(/^before \*\*\*=* after$/);
});

it('leaves everything else', () => {
  const text = 'shop@example.com at db.example.com:5432/erp, order 300000180937794';
  expect(hide(text)).toBe(text);
});

it('masks no word because a password is a syllable of it', () => {
  expect(hideSecrets({ BILLBEE_API_PASSWORD: 'or' })('order')).toBe('order');
});

it('hides the database password wherever the address has it', () => {
  const inQuery = hideSecrets({
    DATABASE_URL: 'postgres://db.example.com/erp?user=erp&password=hunter2&x=1',
  });
  expect(inQuery('hunter2, x=1')).toBe('***, x=1');
  const short = 'postgres://erp:100%@host/erp';
  expect(hideSecrets({ DATABASE_URL: short })(short)).toBe('postgres://erp:***@host/erp');
});

it('takes a database address that is none', () => {
  expect(hideSecrets({ DATABASE_URL: 'nonsense' })('nonsense')).toBe('nonsense');
});
