/**
 * `npm run bench:charts`: measures everything and writes docs/performance.md with its charts. With a file of lines that
 * `npm run bench` has printed, it only writes.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Figure } from './bench/figure.js';
import { answers } from './bench-charts/answers.js';
import { charts } from './bench-charts/charts.js';
import { figure as written } from './bench-charts/plot.js';

const root = fileURLToPath(new URL('..', import.meta.url));

function measure(): string {
  const { stdout, status } = spawnSync('npm', ['run', '--silent', 'bench', '--', ...process.argv.slice(2)], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) console.error('A part of the bench failed; its line says why.');
  return stdout;
}

function readFigures(text: string): Figure[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{"name"'))
    .map((line) => JSON.parse(line) as Figure);
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function row({ name, value, unit, spread, peer, ratio, cpuUs, note }: Figure): string {
  const cells = [
    `\`${name}\``,
    value === null ? '–' : `${written(value)} ${unit}`,
    spread ? `${written(spread[0])} – ${written(spread[1])}` : '',
    ratio === undefined ? '' : `${written(ratio)} × ${peer ?? ''}`,
    cpuUs === undefined ? '' : `${written(cpuUs)} µs`,
    note ?? '',
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** Figures of a busy machine are worse than the program is, and their ratios are shaky. */
function busyWarning(machine: Figure | undefined): string {
  const load = Number(/load before ([\d.]+)/.exec(machine?.note ?? '')?.[1] ?? 0);
  const cores = machine?.value ?? 1;
  if (load <= cores * 0.75) return '';
  return `**The machine was busy with other programs** (load ${load} on ${cores} cores): times and rates below are worse than on an idle one, and ratios are shaky. \
Run the command on an idle machine for figures of your own.

`;
}

function page(figures: readonly Figure[]): string {
  const machine = figures.find(({ name }) => name === 'machine');
  const parts = charts.flatMap(({ file, title, part, says, draw }) => {
    const path = fileURLToPath(new URL(`../docs/images/${file}`, import.meta.url));
    const svg = draw(figures);
    if (svg === undefined) {
      rmSync(path, { force: true });
      return [];
    }
    writeFileSync(path, svg);
    return [
      `## ${title}\n\n![${title}](images/${file})\n\n${says}\n\nMeasured by \`npm run bench -- ${part}\`.`,
    ];
  });
  return `# Performance

${answers(figures)}

**The machine**: ${machine ? `${machine.value} cores, ${machine.note}` : 'not named in these figures'}.

${busyWarning(machine)}${parts.join('\n\n')}

## How it is measured

One command writes this page, in about half an hour on two idle cores:

<!-- not run: it measures for half an hour, and figures of a busy test run would mean nothing -->
\`\`\`sh
npm run bench:charts -- --long
\`\`\`

\`npm run bench\` prints the figures only, one JSON object per line; \`npm run bench -- stages\` measures one part. The lines behind this
page are in [performance.jsonl](performance.jsonl). Values are medians, the spread is from the lower to the upper quartile. A peer is measured in the
same run, on the same server. Processor time per order is what other programs on the machine disturb least.

## All figures

| figure | value | spread | beside | processor time per order | note |
| --- | --- | --- | --- | --- | --- |
${figures
  .filter(({ name }) => name !== 'machine')
  .map(row)
  .join('\n')}
`;
}

const [given] = process.argv.slice(2).filter((argument) => argument.endsWith('.jsonl'));
const text = given === undefined ? measure() : readFileSync(given, 'utf8');
const figures = readFigures(text);
if (figures.length === 0) throw new Error('There is no figure in what the bench printed.');
const lines = figures.map((one) => JSON.stringify(one)).join('\n');
writeFileSync(fileURLToPath(new URL('../docs/performance.jsonl', import.meta.url)), `${lines}\n`);
writeFileSync(fileURLToPath(new URL('../docs/performance.md', import.meta.url)), page(figures));
console.log(`docs/performance.md: ${figures.length} figures`);
