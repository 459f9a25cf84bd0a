import { expect, test } from 'vitest';
import { FakeBrowser } from '../testing/fake-browser.js';
import { lastReading } from './last-reading.js';

const host = 'app.billbee.io';
const key = `reading:${host}`;
const whole = { at: '2026-11-26T09:30:00.000Z', statuses: [{ id: 3, label: 'Bezahlt' }], isComplete: true };

test('stores the last reading, one per host', async () => {
  const { memory } = new FakeBrowser();
  expect(await lastReading(memory, host).load()).toBeUndefined();
  await lastReading(memory, host).save(whole);
  expect(await lastReading(memory, host).load()).toEqual(whole);
  expect(await lastReading(memory, 'other.example.com').load()).toBeUndefined();
});

test('a part never takes the place of the whole, and the whole takes that of a part', async () => {
  const { memory } = new FakeBrowser();
  const part = { ...whole, statuses: [{ id: 4, label: 'Versendet' }], isComplete: false };
  await lastReading(memory, host).save(part);
  await lastReading(memory, host).save(whole);
  await lastReading(memory, host).save(part);
  expect(await lastReading(memory, host).load()).toEqual(whole);
});

test('a reading that says the same is not written with every change of the page', async () => {
  const { memory } = new FakeBrowser();
  await lastReading(memory, host).save(whole);
  await lastReading(memory, host).save({ ...whole, at: '2026-11-26T09:30:20.000Z' });
  expect(await lastReading(memory, host).load()).toEqual(whole);
  const later = { ...whole, at: '2026-11-26T10:30:00.000Z' };
  await lastReading(memory, host).save(later);
  expect(await lastReading(memory, host).load()).toEqual(later);
});

test.each([undefined, null, 'x', {}, { ...whole, at: 'then' }, { ...whole, statuses: [{ id: -1 }] }])(
  'what is none is not read: %j',
  async (stored) => {
    const browser = new FakeBrowser();
    browser.stored.set(key, stored);
    expect(await lastReading(browser.memory, host).load()).toBeUndefined();
  },
);
