import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readXentralSettings, xentralSettings } from './settings.js';

const text = readFileSync(new URL('../../../docs/xentral-settings.md', import.meta.url), 'utf8');
const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '{}') as { xentral: object };

describe('readXentralSettings', () => {
  it('needs nothing, and ships nothing unless told to', () => {
    expect(readXentralSettings(undefined)).toMatchObject({
      autoShipping: false,
      customers: { missing: 'create', match: ['email'] },
      totals: { difference: 'hold', tolerance: '0.01' },
      feedback: { stock: 'off' },
    });
  });

  it('reads the example of docs/xentral-settings.md, which has every key, and each is explained', () => {
    expect(() => readXentralSettings(example.xentral)).not.toThrow();
    expect(Object.keys(example.xentral).sort()).toEqual(Object.keys(xentralSettings.shape).sort());
    for (const [key, value] of Object.entries(example.xentral)) {
      const inner = typeof value === 'object' ? Object.keys(value as object) : [];
      const names = [key, ...inner.map((name) => `${key}.${name}`)];
      expect(names.some((name) => text.includes(`\`${name}\``))).toBe(true);
    }
  });

  it.each([
    [{ autoshipping: true }, 'xentral.autoshipping'],
    [{ feedback: { stok: 'list' } }, 'xentral.feedback.stok'],
    [{ totals: { tolerance: 0.01 } }, 'xentral.totals.tolerance'],
    [{ paths: { products: 'https://elsewhere.example/api' } }, 'xentral.paths.products'],
  ])('refuses %j, naming the key', (value, key) => {
    expect(() => readXentralSettings(value)).toThrow(
      expect.objectContaining({ code: 'xentral-settings-invalid', settings: [key] }),
    );
  });
});
