import type { PGlite } from '@electric-sql/pglite';
import type { Store } from 'importer-core';
import { type PgliteClient, pgliteDialect } from 'importer-core/node';
import { type Migrations, openStore } from 'importer-core/store';
import { openInMemory } from '../../packages/importer-core/src/node/open-in-memory.js';

/**
 * Hands out empty embedded stores in memory, one at a time: the database is started once and emptied each time, which
 * is much faster than a new one.
 *
 * @param migrations of packages that keep tables of their own in them
 */
export function emptyStores(migrations: readonly Migrations[] = []): () => Promise<Store> {
  let starting: Promise<PGlite> | undefined;
  return async () => {
    starting ??= openInMemory();
    const client = await starting;
    await client.exec('drop schema public cascade; create schema public');
    const session: PgliteClient = {
      query: (text, parameters) => client.query(text, parameters),
      exec: (text) => client.exec(text),
      close: async () => {},
    };
    return openStore(pgliteDialect(session), { location: 'memory', migrations });
  };
}
