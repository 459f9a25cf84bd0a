import { describe, expect, it } from 'vitest';
import { SettingsError } from '../errors.js';
import { coreCatalogues, createCatalogue, createWording, message, value } from './index.js';
import { expectWholeCatalogue } from './testing.test.data.js';

describe('the catalogues of the core', () => {
  it.each(coreCatalogues.map((catalogue) => [Object.keys(catalogue.messages)[0], catalogue]))(
    'says everything in both languages, with all values: %s and those beside it',
    (_first, catalogue) => expectWholeCatalogue(catalogue),
  );

  it('has each code once', () => {
    const codes = coreCatalogues.flatMap((catalogue) => Object.keys(catalogue.messages));
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});

describe('a catalogue', () => {
  const shop = createCatalogue({
    'stock-short': message(
      { sku: value.text, left: value.amount, setting: value.setting, since: value.optional(value.time) },
      {
        title: { de: 'Bestand knapp', en: 'stock is short' },
        de: ({ left, setting, since, sku }) => [
          `Von ${sku} sind noch ${left} da${since && `, seit ${since}`}.`,
          `Erhöhen Sie ${setting}.`,
        ],
        en: ({ left, setting, since, sku }) => [
          `${left} left of ${sku}${since && ` since ${since}`}.`,
          `Raise ${setting}.`,
        ],
      },
    ),
  });
  const names = { reserve: '„Reserve“' };
  const german = createWording({ language: 'de', catalogues: [shop], names, timeZone: 'Europe/Berlin' });

  it('makes errors whose message is English with neutral names', () => {
    const error = shop.settings('stock-short', { sku: 'A-1', left: '1234.5', setting: 'reserve' }, [
      'reserve',
    ]);
    expect(error).toBeInstanceOf(SettingsError);
    expect(error).toMatchObject({
      code: 'stock-short',
      settings: ['reserve'],
      values: { sku: 'A-1', left: '1234.5', setting: 'reserve' },
      message: '1,234.50 left of A-1. Raise reserve.',
    });
  });

  it('words them anew from what was stored, in the language and with the names of a front end', () => {
    const since = '2026-11-26T13:05:00Z';
    const problem = shop.problem('stock-short', { sku: 'A-1', left: '4.9', setting: 'reserve', since });
    const stored = JSON.parse(JSON.stringify(problem)) as typeof problem;
    expect(german.say(stored)).toBe(
      'Von A-1 sind noch 4,90 da, seit 26.11.2026 14:05. Erhöhen Sie „Reserve“.',
    );
    expect(german.parts(stored).remedy).toBe('Erhöhen Sie „Reserve“.');
    expect(german.title('stock-short')).toBe('Bestand knapp');
  });

  it('leaves the words of others alone: without values, or with a code that nobody knows', () => {
    expect(german.say({ code: 'stock-short', message: 'In own words.' })).toBe('In own words.');
    expect(german.say({ code: 'toString', values: {}, message: 'In own words.' })).toBe('In own words.');
    expect(german.title('of-a-plugin')).toBe('of-a-plugin');
  });

  it('shows what an older version stored as it stands', () => {
    const values = { sku: 7, left: 'many', since: 'once' };
    expect(german.say({ code: 'stock-short', values, message: '' })).toContain(
      'Von 7 sind noch many da, seit once.',
    );
  });

  it('keeps every digit of an amount', () => {
    const values = { sku: 'A', left: '12345678901234567.89', setting: 'reserve' };
    expect(shop.problem('stock-short', values).message).toContain('12,345,678,901,234,567.89');
  });
});

it.each([
  ['OrderItems[0].Quantity', 'Position 1, Menge', 'position 1, quantity'],
  ['lines[2]', 'Position 3', 'position 3'],
  ['deliveryAddress.countryCode', 'Lieferadresse, Land', 'delivery address, country'],
  ['shipping.gross', 'Versandkosten', 'shipping cost'],
  ['mapping.payments.table', 'mapping.payments.table', 'mapping.payments.table'],
  ['constructor', 'constructor', 'constructor'],
])('names the field %s', (path, german, english) => {
  expect(createWording({ language: 'de', catalogues: [] }).field(path)).toBe(german);
  expect(createWording({ language: 'en', catalogues: [] }).field(path)).toBe(english);
});
