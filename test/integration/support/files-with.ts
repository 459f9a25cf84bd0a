import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workplace } from './workplace.js';

/** Files of the data folder in which a text stands. */
export function filesWith({ path }: Pick<Workplace, 'path'>, ...texts: string[]): string[] {
  const folder = path('data');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file);
      return texts.some((text) => content.includes(text));
    });
}
