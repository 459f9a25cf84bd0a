import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A fenced block of a document, and what the HTML comment before it says. */
export interface Block {
  /** From 1: the line of the opening fence. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** Of `<!-- not run: reason -->`. */
  readonly notRun: string | undefined;
  /** Of `<!-- file: name -->`: the block is written to this file before the next commands run. */
  readonly file: string | undefined;
}

/** Languages by which documents mark commands. */
const shellLanguages = ['sh', 'bash', 'shell', 'console', 'zsh', 'terminal'];

export const isCommands = ({ language }: Block): boolean => shellLanguages.includes(language);

/** Paths of every document a reader may follow, from the repository's root. */
export function documents(): string[] {
  const skipped = new Set(['node_modules', 'dist', 'shared', '.git', 'fixtures']);
  const found: string[] = [];
  const look = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !skipped.has(entry.name)) look(path);
      else if (entry.isFile() && entry.name.endsWith('.md')) found.push(path);
    }
  };
  look('');
  return found.sort();
}

/** Documents that need nothing but the command line: followed with the installed one, by test/packed/command-line.test.ts. */
export const onBareServer = [
  'README.md',
  'docs/install.md',
  'docs/many-merchants.md',
  'docs/move-and-back-up.md',
  'docs/write-back.md',
];

/** Whether a reader of the document has no Billbee account in the environment. */
export function isWithoutAccount(document: string): boolean {
  return readFileSync(join(root, document), 'utf8').includes('<!-- no account in the environment -->');
}

/** The fenced blocks of a document. */
export function readBlocks(document: string, text = readFileSync(join(root, document), 'utf8')): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const fence = /^( *)(`{3,})([\w-]*)/.exec(lines[index] ?? '');
    if (!fence) continue;
    const [, indent = '', ticks = '', language = ''] = fence;
    const end = lines.findIndex((line, at) => at > index && line.trim() === ticks);
    if (end < 0) throw new Error(`${document}:${index + 1}: the block has no end.`);
    const before = lines
      .slice(0, index)
      .findLast((line) => line.trim() !== '')
      ?.trim();
    blocks.push({
      line: index + 1,
      language,
      text: lines
        .slice(index + 1, end)
        .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
        .join('\n'),
      notRun: /^<!-- not run: (.+) -->$/.exec(before ?? '')?.[1],
      file: /^<!-- file: ([\w.-]+) -->$/.exec(before ?? '')?.[1],
    });
    index = end;
  }
  return blocks;
}
