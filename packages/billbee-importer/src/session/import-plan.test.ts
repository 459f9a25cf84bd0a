import { defaultMapping } from 'importer-mapping';
import { expect, it } from 'vitest';
import { testContext } from '../testing.test.data.js';
import { planImport } from './import-plan.js';

const { context } = testContext();

it('checks and fills in every switch', () => {
  expect(planImport(context, { status: '16,3', since: '2026-11-01T08:00:00Z', limit: '10' })).toEqual({
    statusIds: [3, 16],
    since: '2026-11-01T08:00:00',
    limit: 10,
    dryRun: false,
    json: false,
    out: undefined,
    xentral: undefined,
    mapping: {},
    tables: defaultMapping,
    changes: undefined,
    statusAfterImport: undefined,
    retention: {},
    reported: { shippedStatusId: undefined, cancelledStatusId: undefined },
  });
});

it.each(['0', '-1', '1.5', '1e3', 'all', ''])('refuses --limit %j', (limit) => {
  expect(() => planImport(context, { status: '3', limit })).toThrow(`--limit "${limit}"`);
});

it.each(['', '24.11.2026', '2026-02-30'])('refuses --since %j', (since) => {
  expect(() => planImport(context, { status: '3', since })).toThrow(`--since "${since}"`);
});
