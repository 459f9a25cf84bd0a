import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTemplate, unpackTemplate } from './cluster-template.js';

const folder = mkdtempSync(join(tmpdir(), 'template-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the database template', () => {
  it('fits the installed PGlite and unpacks into a whole cluster', async () => {
    const archive = await readTemplate();
    if (!archive) throw new Error('`npm run build:packages` has made no template for the installed PGlite.');
    const cluster = join(folder, 'cluster');
    unpackTemplate(archive, cluster);
    expect(readdirSync(cluster)).toEqual(
      expect.arrayContaining(['PG_VERSION', 'base', 'global', 'pg_wal', 'pg_notify', 'postgresql.conf']),
    );
    expect(statSync(join(cluster, 'global', 'pg_control')).size).toBe(8192);
  });

  it('never writes outside its folder', () => {
    const header = Buffer.alloc(1536);
    header.write('../outside', 0);
    header.write('00000000000\0', 124);
    expect(() => unpackTemplate(header, join(folder, 'inside'))).toThrow('leads outside');
    expect(readdirSync(folder)).not.toContain('outside');
  });
});
