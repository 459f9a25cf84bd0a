import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAULT_NAMES } from './api/faults.js';
import { ENCODINGS } from './backend/encodings/index.js';
import { ROW_ORDERS } from './options.js';
import { BROKEN_ORDERS } from './seed/broken-orders.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test.each([
  ['encoding', ENCODINGS.map(({ name }) => name)],
  ['fault', FAULT_NAMES],
  ['row order', ROW_ORDERS],
])('the read-me names every %s', (_, names) => {
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test('the read-me counts the broken orders right', () => {
  const rows = readme.match(/^\| [12] \| (.+) \|$/gm) ?? [];
  const named = rows.map((row) => row.split('·').length);
  const counts = [1, 2].map((status) => BROKEN_ORDERS.filter((order) => order.status === status).length);
  expect(named).toEqual(counts);
});
