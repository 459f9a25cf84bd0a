import { expect, it } from 'vitest';
import { StatementNames } from './statement-names.js';

/** The name of a text that has come before. */
function nameOf(names: StatementNames, text: string): string | undefined {
  names.of(text);
  return names.of(text);
}

it('names a statement when it comes again, each by one name of its own', () => {
  const names = new StatementNames();
  expect(names.of('select 1 where $1')).toBeUndefined();
  const first = names.of('select 1 where $1');
  expect(first).toBeDefined();
  expect(names.of('select 1 where $1')).toBe(first);
  expect(nameOf(names, 'select 2 where $1')).not.toBe(first);
});

it('leaves alone what a newer version of the tables would break', () => {
  const names = new StatementNames();
  for (const text of [
    'select * from "account" where "key" = $1',
    'select "o".* from "outbox" as "o" where id = $1',
    'update t set a = $1 returning *',
    'select id, * from t where id = $1',
  ]) {
    expect(nameOf(names, text)).toBeUndefined();
  }
  expect(nameOf(names, 'select count(*) from t where a * 2 > $1')).toBeDefined();
});

it('keeps a bounded number of plans and texts, whatever comes', () => {
  const names = new StatementNames();
  const usual = nameOf(names, 'select usual where $1');
  for (let number = 0; number < 10_000; number += 1) nameOf(names, `select ${number} where $1`);
  expect(names.of('select usual where $1')).toBe(usual);
  expect(nameOf(names, 'select 9999 where $1')).toBeUndefined();
});
