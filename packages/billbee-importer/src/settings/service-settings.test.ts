import { expect, it } from 'vitest';
import { testContext } from '../testing.test.data.js';
import { readCallLimits } from './call-limits.js';
import { readServiceSettings } from './service-settings.js';

const { terminal } = testContext();
const read = (switches: object, settings: object) =>
  readServiceSettings(switches, { version: 1, ...settings }, {}, terminal);

it('listens on this machine only, polls every five minutes and wants no webhooks by default', () => {
  expect(read({}, {})).toEqual({ host: '127.0.0.1', port: 8377, publicUrl: undefined, pollMs: 300_000 });
});

it('takes switches before the settings file', () => {
  const file = { pollMinutes: 0.5, webhookUrl: 'https://file.example.com' };
  expect(read({ port: '0', host: '::1' }, file)).toEqual({
    host: '::1',
    port: 0,
    publicUrl: 'https://file.example.com',
    pollMs: 30_000,
  });
  expect(read({ publicUrl: 'https://switch.example.com' }, file).publicUrl).toBe(
    'https://switch.example.com',
  );
});

it.each([
  [{ port: 'x' }, {}, '--port'],
  [{ port: '65536' }, {}, '--port'],
  [{}, { pollMinutes: 0 }, 'pollMinutes'],
  [{}, { pollMinutes: '5' }, 'pollMinutes'],
  [{}, { webhookUrl: 5 }, 'webhookUrl'],
  [{}, { webhookUrl: 'http://erp.example.com' }, 'https://'],
  [{ publicUrl: 'https://user:word@erp.example.com' }, {}, 'credentials'],
])('refuses %j with %j', (switches, settings, word) => {
  expect(() => read(switches, settings)).toThrow(word);
});

it('reads the call budget', () => {
  const limits = (callBudget: unknown) => readCallLimits({ version: 1, callBudget }, {}, terminal);
  expect(readCallLimits({ version: 1 }, {}, terminal)).toBeUndefined();
  expect(limits({})).toEqual({});
  expect(limits({ warnAt: 5, stopAt: 9 })).toEqual({ warnAt: 5, stopAt: 9 });
  for (const wrong of [5, [], null, { stopAt: 0 }, { warnAt: '80000' }, { warnAt: 1.5 }]) {
    expect(() => limits(wrong)).toThrow('callBudget');
  }
});
