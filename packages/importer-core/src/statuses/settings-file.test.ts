import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSettingsFile, printSettingsFile, SettingsFileError } from './settings-file.js';

const whole = {
  version: 1 as const,
  importStatusIds: [3],
  inProgressStatusId: 16,
  shippedStatusId: 4,
  cancelledStatusId: 8,
  setInProgressAfterImport: true,
};

function refused(json: unknown): SettingsFileError {
  try {
    parseSettingsFile(typeof json === 'string' ? json : JSON.stringify(json));
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsFileError);
    return error as SettingsFileError;
  }
  return expect.unreachable();
}

describe('parseSettingsFile', () => {
  it('reads a whole file and one with the version only', () => {
    expect(parseSettingsFile(JSON.stringify(whole))).toEqual(whole);
    expect(parseSettingsFile('\ufeff{"version":1}')).toEqual({ version: 1 });
  });

  it('keeps keys it does not know, and is not fooled by __proto__', () => {
    const settings = parseSettingsFile(
      '{"version":1,"account":{"name":"Shop"},"__proto__":{"shippedStatusId":9}}',
    );
    expect(settings['account']).toEqual({ name: 'Shop' });
    expect(settings.shippedStatusId).toBeUndefined();
    expect(({} as Record<string, unknown>)['shippedStatusId']).toBeUndefined();
  });

  it.each([
    ['version', { importStatusIds: [3] }],
    ['version', { version: 2 }],
    ['importStatusIds', { version: 1, importStatusIds: '3,16' }],
    ['importStatusIds', { version: 1, importStatusIds: [] }],
    ['importStatusIds', { version: 1, importStatusIds: [3, '16'] }],
    ['importStatusIds', { version: 1, importStatusIds: [3, 0] }],
    ['inProgressStatusId', { version: 1, inProgressStatusId: '16' }],
    ['shippedStatusId', { version: 1, shippedStatusId: 4.5 }],
    ['cancelledStatusId', { version: 1, cancelledStatusId: null }],
    ['setInProgressAfterImport', { version: 1, setInProgressAfterImport: 'yes' }],
  ])('names %s in %j', (key, json) => {
    const error = refused(json);
    expect(error.key).toBe(key);
    expect(error.message).toContain(`"${key}"`);
    expect(error.messages.de).toContain(`„${key}“`);
  });

  it.each([
    ['setInProgressAfterImport', { version: 1, setInProgressAfterImport: true }],
    ['inProgressStatusId', { ...whole, importStatusIds: [3, 16] }],
    ['shippedStatusId', { ...whole, shippedStatusId: 16 }],
    ['cancelledStatusId', { ...whole, cancelledStatusId: 4 }],
  ])('names the contradiction of %s in %j', (key, json) => {
    expect(refused(json).key).toBe(key);
  });

  it('takes an in-progress status that is imported too when nothing is written back', () => {
    const settings = { ...whole, importStatusIds: [3, 16], setInProgressAfterImport: false };
    expect(parseSettingsFile(JSON.stringify(settings))).toEqual(settings);
  });

  it.each(['', 'null', '[]', '3', '{', '"x"'])('refuses %j as a whole', (text) => {
    expect(refused(text).key).toBeUndefined();
  });
});

describe('printSettingsFile', () => {
  it('writes what parseSettingsFile reads', () => {
    const id = fc.integer({ min: 1, max: 999_999_999 });
    const settings = fc.record(
      { importStatusIds: fc.uniqueArray(id, { minLength: 1 }), shippedStatusId: id, note: fc.string() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(settings, (given) => {
        const sorted = given.importStatusIds?.toSorted((a, b) => a - b);
        expect(parseSettingsFile(printSettingsFile({ version: 1, ...given }))).toEqual({
          version: 1,
          ...given,
          ...(sorted && { importStatusIds: sorted }),
        });
      }),
    );
  });

  it('sorts and refuses like reading does', () => {
    expect(printSettingsFile({ version: 1, importStatusIds: [16, 3, 3] })).toBe(
      '{\n  "version": 1,\n  "importStatusIds": [\n    3,\n    16\n  ]\n}\n',
    );
    expect(() => printSettingsFile({ version: 1, shippedStatusId: 0 })).toThrow(SettingsFileError);
  });
});
