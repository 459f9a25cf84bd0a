import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldLabels, settingsFields } from '../protocol/settings.js';
import { readSettings } from './read-settings.js';

const form = { bbUser: 'user', bbApiPassword: 'password', bbApiKey: 'key', bbStatusOpen: '3' };
const read = (bbMapping: string) => readSettings(settingsFields.parse({ ...form, bbMapping }), undefined);
const documented = readFileSync(new URL('../../../../docs/mapping.md', import.meta.url), 'utf8');
const examples = [...documented.matchAll(/```json\n(\{"mapping".*?)```/gs)].map(([, json = '']) => json);

describe('"Zuordnungen"', () => {
  it.each(examples)('takes the documented example, with its outer key and without: %s', (example) => {
    const outer = read(example);
    expect(outer).toMatchObject({ ok: true });
    expect(read(JSON.stringify(JSON.parse(example).mapping))).toEqual(outer);
  });

  it('has examples to take', () => expect(examples.length).toBeGreaterThan(3));

  it.each(['[]', '"payments"', '5', 'null', '{"mapping": []}', '{"payments": '])(
    'refuses what is no object, in German: %s',
    (text) => {
      expect(read(text)).toEqual({
        ok: false,
        problems: [expect.stringContaining('„Zuordnungen“ ist kein JSON-Objekt wie')],
      });
    },
  );

  it.each([
    [
      '{"prices": {"default": "brutto"}}',
      '„mapping.prices.default“ ist "brutto". Erwartet wird: „gross“ oder „net“.',
    ],
    ['{"payments": {"table": [{"type": 3}]}}', 'fehlt. Erwartet wird: ein Text wie „paypal“.'],
    ['{"payment": {}}', 'mapping.payment'],
    ['{"articles": {"table": [{"article": "7"}]}}', 'nennt weder „sku“ noch „ean“'],
    ['{"sets": 5}', 'Erwartet wird: ein Objekt in geschweiften Klammern.'],
  ])('refuses a wrong table in German alone: %s', (text, words) => {
    const result = read(text);
    const said = result.ok ? '' : result.problems.join(' ');
    expect(said).toContain(words);
    expect(said).not.toMatch(/\b(?:expected|received|is|missing|such as|or|unknown|invalid)\b/i);
  });
});

it('names the fields in its messages as the form does', () => {
  const form = readFileSync(new URL('../../php/shopimporter_billbee.php', import.meta.url), 'utf8');
  const shown = Object.keys(settingsFields.shape).map((name) => {
    const [, label] =
      new RegExp(`'${name}' => \\[.*?'bezeichnung' => (?:'([^']*)'|"([^"]*)")`).exec(form) ?? [];
    return label ?? new RegExp(`'${name}' => \\[.*?'bezeichnung' => "([^"]*)"`).exec(form)?.[1];
  });
  expect(shown).toEqual(Object.keys(settingsFields.shape).map((name) => `${fieldLabels[name as never]}:`));
});
