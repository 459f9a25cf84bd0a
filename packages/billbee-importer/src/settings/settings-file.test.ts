import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testContext } from '../testing.test.data.js';
import { importRules } from './mapping-rules.js';
import { readSettingsFile } from './read-settings-file.js';
import { statusSelection } from './status-selection.js';

const { terminal } = testContext();
const german = testContext({}, 'de').terminal;
let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  path = join(folder, 'settings.json');
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string, where = terminal) {
  writeFileSync(path, text);
  return readSettingsFile({ BILLBEE_SETTINGS: path }, where);
}

describe('readSettingsFile', () => {
  it('reads what the extension exports', () => {
    const settings = read('{"version":1,"importStatusIds":[3,16],"shippedStatusId":4}');
    expect(settings).toEqual({ version: 1, importStatusIds: [3, 16], shippedStatusId: 4 });
  });

  it('is empty without the setting', () => {
    expect(readSettingsFile({ BILLBEE_SETTINGS: ' ' }, terminal)).toEqual({ version: 1 });
  });

  it('names the path of a file that is not there', () => {
    const missing = join(folder, 'missing.json');
    expect(() => readSettingsFile({ BILLBEE_SETTINGS: missing }, terminal)).toThrow(
      expect.objectContaining({
        code: 'settings-unreadable',
        message: expect.stringMatching(/missing\.json.*ENOENT/),
      }),
    );
  });

  it.each([
    ['{"version":1,"importStatusIds":"3"}', 'importStatusIds'],
    ['{"version":2}', 'version'],
    ['{"version":1,"setInProgressAfterImport":true}', 'setInProgressAfterImport'],
  ])('names path and key of %s', (text, key) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        code: 'settings-invalid',
        settings: ['BILLBEE_SETTINGS', key],
        message: expect.stringMatching(new RegExp(`settings\\.json.*${key}`)),
      }),
    );
  });

  it('speaks German', () => {
    expect(() => read('[]', german)).toThrow('Die Einstellungsdatei ist kein JSON-Objekt');
  });
});

describe('importRules', () => {
  const env = () => ({ BILLBEE_SETTINGS: path });

  it('takes the rules of mapping and changes, and nothing else', () => {
    const settings = read(
      '{"version":1,"defaultCurrency":"EUR","allowCredits":true,"timeZone":"Europe/Vienna","changes":"hold","tagsAfterImport":["ERP"],"x-note":1}',
    );
    expect(importRules(settings, env(), terminal)).toEqual({
      mapping: { defaultCurrency: 'EUR', allowCredits: true, timeZone: 'Europe/Vienna' },
      changes: 'hold',
      tagsAfterImport: ['ERP'],
    });
  });

  it('changes nothing without them', () => {
    expect(importRules({ version: 1 }, {}, terminal)).toEqual({ mapping: {}, changes: undefined });
  });

  it.each([
    ['timeZone', 'Mars/Olympus', '"Mars/Olympus"'],
    ['timeZone', '', '""'],
    ['defaultCurrency', 'Euro', '"Euro"'],
    ['allowCredits', 'yes', '"yes"'],
    ['allowEmptyOrders', 1, '1'],
    ['allowTaxMismatch', null, 'null'],
    ['shippingTax', 'lowest', '"lowest"'],
    ['changes', 'delete', '"delete"'],
    ['tagsAfterImport', [' '], '[" "]'],
  ])('refuses %s = %j', (key, value, shown) => {
    const settings = read(JSON.stringify({ version: 1, [key]: value }));
    expect(() => importRules(settings, env(), terminal)).toThrow(`"${key}" is ${shown}; expected`);
  });
});

describe('statusSelection', () => {
  it('takes --status before the settings file', () => {
    const settings = { version: 1 as const, importStatusIds: [16, 2] };
    expect(statusSelection('4; 3 Bezahlt', settings, terminal)).toEqual([3, 4]);
    expect(statusSelection(undefined, settings, terminal)).toEqual([2, 16]);
  });

  it('names the part it cannot read', () => {
    expect(() => statusSelection('3,paid soon', { version: 1 }, terminal)).toThrow('--status: "paid soon"');
    expect(() => statusSelection('3,bald', { version: 1 }, german)).toThrow('„bald“ ist keine Status-ID');
  });

  it.each([undefined, '', ' , '])('says how to find ids when %j selects none', (option) => {
    expect(() => statusSelection(option, { version: 1 }, terminal)).toThrow(
      expect.objectContaining({
        code: 'status-missing',
        settings: ['--status', 'importStatusIds'],
        message: expect.stringMatching(/--status.*importStatusIds.*billbee-importer statuses/),
      }),
    );
  });
});
