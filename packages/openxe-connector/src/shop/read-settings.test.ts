import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settingsFields } from '../protocol/settings.js';
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
});
