import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildProgram } from './program.js';
import { textsIn } from './texts/index.js';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** What a container is told to run, behind the name of our command. */
function commandsIn(text: string): string[][] {
  const plain = [...text.matchAll(/billbee-importer\.js (.+)$/gm)].map(([, rest = '']) =>
    rest.trim().split(/\s+/),
  );
  const listed = [...text.matchAll(/command: \[npx, billbee-importer, (.+)\]/g)].map(([, rest = '']) =>
    rest.split(',').map((part) => part.trim().replace(/^'|'$/g, '')),
  );
  return [...plain, ...listed];
}

it.each(['compose.yaml', 'deploy/kubernetes.yaml'])('%s runs commands that there are', async (path) => {
  const commands = commandsIn(read(path));
  expect(commands.map(([name]) => name).sort()).toEqual(['serve', 'work']);
  for (const args of commands) {
    let ran = false;
    const write = { out: () => {}, err: () => {} };
    const run = async (): Promise<void> => {
      ran = true;
    };
    await buildProgram({ say: textsIn('en'), version: '0', run, write }).parseAsync(args, { from: 'user' });
    expect(ran, args.join(' ')).toBe(true);
  }
});

it.each(['compose.yaml', 'deploy/kubernetes.yaml'])('%s names settings that the guide explains', (path) => {
  const guides = read('docs/operating.md') + read('packages/billbee-importer/README.md');
  const names = new Set(
    [...read(path).matchAll(/\b(?:BILLBEE_[A-Z_]+|DATABASE_URL)\b/g)].map(([name]) => name),
  );
  expect(names.size).toBeGreaterThan(2);
  for (const name of names) expect(guides).toContain(`\`${name}\``);
});
