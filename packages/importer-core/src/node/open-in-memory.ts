import type { PGlite } from '@electric-sql/pglite';
import { readTemplate } from './cluster-template.js';
import { loadDriver } from './load-driver.js';

/** An empty PGlite without a folder. Apart, because what is published must not name a driver that need not be there. */
export async function openInMemory(): Promise<PGlite> {
  const { PGlite } = await loadDriver('@electric-sql/pglite', () => import('@electric-sql/pglite'));
  const template = await readTemplate();
  return PGlite.create(template ? { loadDataDir: new Blob([template], { type: 'application/x-tar' }) } : {});
}
