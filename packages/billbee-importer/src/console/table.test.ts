import { expect, it } from 'vitest';
import { formatTable } from './table.js';

it('aligns columns by what people see', () => {
  expect(
    formatTable(
      ['id', 'label', 'name'],
      [
        ['3', 'Bezahlt', 'a'],
        ['16', 'Gelo\u0308scht', ''],
      ],
    ),
  ).toEqual(['id  label     name', '3   Bezahlt   a', '16  Gelo\u0308scht']);
});

it('is a heading alone without rows', () => {
  expect(formatTable(['order', 'reason'], [])).toEqual(['order  reason']);
});
