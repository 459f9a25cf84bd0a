import { expect, test } from 'vitest';
import { FakeBrowser } from '../testing/fake-browser.js';
import { fieldsMemory, idsOf, proposeFields, withIds } from './erp-fields.js';

const status = (id: number, label: string) => ({ id, label });

test('proposes 3 Bezahlt, 16 Im Fulfillment, 4 Versendet', () => {
  const page = [
    status(3, 'Bezahlt'),
    status(4, 'Versendet'),
    status(8, 'Storno'),
    status(16, 'Im Fulfillment'),
  ];
  expect(proposeFields(page)).toEqual({
    version: 1,
    importStatusIds: [3],
    inProgressStatusId: 16,
    shippedStatusId: 4,
  });
});

test('proposes only what the account has, and nothing whose name means something else', () => {
  expect(proposeFields([status(3, 'Storniert'), status(4, 'Paket unterwegs')])).toEqual({
    version: 1,
    shippedStatusId: 4,
  });
  expect(proposeFields([])).toEqual({ version: 1 });
});

test('changing one field leaves the others, also those this version does not know', () => {
  const fields = { version: 1 as const, importStatusIds: [3], setInProgressAfterImport: true, later: 'x' };
  const changed = withIds(withIds(fields, 'open', [16, 3, 16]), 'shipped', [4]);
  expect(changed).toEqual({ ...fields, importStatusIds: [3, 16], shippedStatusId: 4 });
  expect(idsOf(withIds(changed, 'open', []), 'open')).toEqual([]);
  expect(withIds(changed, 'shipped', [])).not.toHaveProperty('shippedStatusId');
});

test('what was stored is read with care', async () => {
  const browser = new FakeBrowser();
  const memory = fieldsMemory(browser.memory, 'app.billbee.io');
  expect(await memory.load()).toBeUndefined();
  browser.stored.set('fields:app.billbee.io', { importStatusIds: ['3', 4, -1], inProgressStatusId: 'x' });
  expect(await memory.load()).toEqual({ version: 1, importStatusIds: [4] });
  await memory.save({ version: 1, importStatusIds: [3] });
  expect(await memory.load()).toEqual({ version: 1, importStatusIds: [3] });
});
