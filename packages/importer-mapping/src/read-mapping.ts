import type { SettingsError } from 'importer-core';
import type { z } from 'zod';
import { dottedPath, keysAt } from './explain-issue.js';
import { mappingMessages } from './mapping-messages.js';
import { type MappingTables, mappingTables } from './mapping-tables.js';
import { refuseDeadRows } from './refuse-dead-rows.js';

/**
 * Reads the key `mapping` of a settings file.
 *
 * A key that is not known is refused: a misspelt one would change what orders become without anybody noticing. So
 * is a row that can never apply because an earlier one with the same criteria does.
 *
 * @param value parsed JSON; undefined: no table at all, which suits a plain German shop
 * @throws {SettingsError} `mapping-invalid`, `mapping-key-wrong`, `mapping-unknown-key` or `mapping-row-dead`, naming the path of the key
 * @example readMapping({ payments: { table: [{ type: 3, method: 'paypal' }] } })
 */
export function readMapping(value: unknown): MappingTables {
  const result = mappingTables.safeParse(value === undefined ? {} : value);
  if (!result.success) {
    // A misspelt key is also a missing one; the misspelling is what helps.
    const issues = result.error.issues.map(innermost);
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
    if (issue) throw explain(issue, value);
    throw mappingMessages.settings('mapping-invalid', { path: 'mapping', expected: '{}' }, ['mapping']);
  }
  refuseDeadRows(result.data);
  return result.data;
}

/** Of a value that can have several forms, the issue within the form that it seems to be. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  const inner =
    issue.code === 'invalid_union' ? issue.errors.flat().find(({ path }) => path.length > 0) : undefined;
  return inner ? innermost({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
}

/** What applies without any table. */
export const defaultMapping: MappingTables = mappingTables.parse({});

function explain(issue: z.core.$ZodIssue, value: unknown): SettingsError {
  const keys = ['mapping', ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const path = dottedPath([...keys, issue.keys[0] ?? '']);
    const known = keysAt(mappingTables, issue.path).join(', ');
    return mappingMessages.settings('mapping-unknown-key', { path, known }, [path]);
  }
  const given = issue.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  const path = dottedPath(keys);
  const said = issue.message.replace(/^Invalid (input|option): /, '');
  const [, expected] = /^expected (.+?)(?:, received \w+)?$/s.exec(said) ?? [];
  if (expected === undefined) {
    return mappingMessages.settings('mapping-key-wrong', { path, detail: said }, [path]);
  }
  const found = given === undefined ? undefined : JSON.stringify(given).slice(0, 60);
  return mappingMessages.settings('mapping-invalid', { path, found, expected }, [path]);
}
