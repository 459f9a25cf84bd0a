import { parseSettingsFile } from 'importer-core/statuses';
import { expect, test } from 'vitest';
import { readSettings, writeSettings } from './settings-file.js';

test('what the extension saves is what the importer reads', () => {
  const fields = { version: 1 as const, importStatusIds: [3], inProgressStatusId: 16, shippedStatusId: 4 };
  expect(parseSettingsFile(writeSettings(fields))).toEqual(fields);
  expect(readSettings(writeSettings(fields))).toEqual(fields);
});

test('makes no code of text: an extension page may not', () => {
  const original = globalThis.Function;
  let made = 0;
  globalThis.Function = new Proxy(original, {
    construct() {
      made += 1;
      throw new EvalError('unsafe-eval');
    },
  });
  try {
    expect(() => readSettings('{"version":2}')).toThrow(/version/);
    expect(readSettings('{"version":1,"importStatusIds":[3]}')).toEqual({ version: 1, importStatusIds: [3] });
  } finally {
    globalThis.Function = original;
  }
  expect(made).toBe(0);
});
