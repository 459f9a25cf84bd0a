import { SettingsError } from 'importer-core';
import type { z } from 'zod';
import { dottedPath, keysAt } from './explain-issue.js';
import { type MappingTables, mappingTables } from './mapping-tables.js';
import { refuseDeadRows } from './refuse-dead-rows.js';

/**
 * Reads the key `mapping` of a settings file.
 *
 * A key that is not known is refused: a misspelt one would change what orders become without anybody noticing. So
 * is a row that can never apply because an earlier one with the same criteria does.
 *
 * @param value parsed JSON; undefined: no table at all, which suits a plain German shop
 * @throws {SettingsError} `mapping-invalid`, naming the path of the key
 * @example readMapping({ payments: { table: [{ type: 3, method: 'paypal' }] } })
 */
export function readMapping(value: unknown): MappingTables {
  const result = mappingTables.safeParse(value === undefined ? {} : value);
  if (!result.success) {
    // A misspelt key is also a missing one; the misspelling is what helps.
    const issues = result.error.issues.map(innermost);
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
    const { path, message } = issue ? explain(issue, value) : { path: 'mapping', message: 'cannot be read' };
    throw new SettingsError('mapping-invalid', `"${path}" ${message}.`, { settings: [path] });
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

function explain(issue: z.core.$ZodIssue, value: unknown): { path: string; message: string } {
  const path = ['mapping', ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(mappingTables, issue.path);
    return {
      path: dottedPath([...path, issue.keys[0] ?? '']),
      message: `is not known; possible there: ${known.join(', ')}`,
    };
  }
  const found = issue.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  const shown = found === undefined ? 'is missing' : `is ${JSON.stringify(found).slice(0, 60)}`;
  const said = issue.message.replace(/^Invalid (input|option): /, '');
  // Refinements of our own speak about the key itself: "is missing: …", "names neither …".
  return /^(is|names|still) /.test(said)
    ? { path: dottedPath(path), message: said }
    : { path: dottedPath(path), message: `${shown}; ${said}` };
}
