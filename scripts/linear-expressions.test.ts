import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { toolModules } from './tools.js';

/** What of recheck is used. */
interface Recheck {
  check(
    source: string,
    flags: string,
    options: { readonly checker: 'auto'; readonly timeout: number },
  ): Promise<
    | { readonly status: 'safe' | 'unknown' }
    | {
        readonly status: 'vulnerable';
        readonly attack: {
          readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
          readonly suffix: string;
        };
      }
  >;
}
const { check } = createRequire(join(toolModules('expression-check'), 'recheck'))('recheck') as Recheck;

const root = fileURLToPath(new URL('..', import.meta.url));
/** The extension's own code, the part of the core that is bundled into it, and the service's log, which strangers write into. */
const folders = ['extension', 'packages/importer-core/src/statuses', 'packages/billbee-importer/src/log'];

/** Every literal of that code, each once. */
function expressions(): { readonly where: string; readonly expression: RegExp }[] {
  const found = new Map<string, { where: string; expression: RegExp }>();
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  for (const where of files) {
    if (!/\.tsx?$/.test(where) || /\.test\.|[\\/]testing[\\/]/.test(where)) continue;
    const { program, errors } = parseSync(where, readFileSync(join(root, where), 'utf8'));
    if (errors.length > 0) throw new Error(`${where} cannot be parsed`);
    JSON.stringify(program, (_key, node) => {
      if (node?.type === 'NewExpression' && node.callee.name === 'RegExp')
        throw new Error(
          `${where} makes an expression at run time: write it as a literal, or test it by itself`,
        );
      if (node?.regex) {
        const { pattern, flags } = node.regex;
        found.set(`/${pattern}/${flags}`, { where, expression: new RegExp(pattern, flags) });
      }
      return node;
    });
  }
  return [...found.values()];
}

/** Short ones first: with the cube of the length the long one would take hours. */
const lengths = [1_000, 4_000, 16_000];
/** Steps that go with the square of the length take far longer for the long text. */
const tooQuickToGrow = 5;
/** Linear is 4, with the square 16. */
const mostGrowth = 9;

/** Processor time of this process, which other programs on the machine do not lengthen, in milliseconds. */
function cost(expression: RegExp, text: string): number {
  const { source, flags } = expression;
  const all = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  const before = process.cpuUsage();
  text.replace(all, '');
  return process.cpuUsage(before).user / 1_000;
}

/** By how much four times the text takes longer; the least of several tries, for only those are disturbed upwards. */
function growth(expression: RegExp, textOf: (length: number) => string): number {
  let most = 1;
  for (const length of lengths) {
    const [few, many] = [textOf(length / 4), textOf(length)];
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5 && least > mostGrowth; attempt++) {
      const longer = cost(expression, many);
      least = longer < tooQuickToGrow ? 1 : Math.min(least, longer / Math.max(cost(expression, few), 0.1));
    }
    most = Math.max(most, least);
    if (most > mostGrowth) break;
  }
  return most;
}

const filled = (prefix: string, pump: string, suffix: string) => (length: number) =>
  prefix + pump.repeat(Math.ceil(length / Math.max(pump.length, 1))) + suffix;

/** Texts that repeat what the expression looks for, and end so that it is missed. */
async function attacks({ source, flags }: RegExp): Promise<((length: number) => string)[]> {
  const pieces = new Set([...source, ' ', '\n', 'a', '0', '\\', ...(source.match(/[\p{L}_-]{2,}/gu) ?? [])]);
  const texts = [...pieces].flatMap((piece) => ['', '\u0001', '\n'].map((end) => filled('', piece, end)));
  const verdict = await check(source, flags, { checker: 'auto', timeout: 3_000 });
  if (verdict.status === 'vulnerable') {
    const { pumps, suffix } = verdict.attack;
    texts.push((length) =>
      pumps
        .map(({ prefix, pump }) => filled(prefix, pump, '')(length / pumps.length))
        .concat(suffix)
        .join(''),
    );
  }
  return texts;
}

/** The first growth that is too much, else that of the last text. */
async function grows(expression: RegExp): Promise<number> {
  let times = 1;
  for (const text of (await attacks(expression)).reverse()) {
    times = growth(expression, text);
    if (times > mostGrowth) break;
  }
  return times;
}

it('tells an expression that stalls from one that does not', async () => {
  expect(await grows(/\\+"|&quot;/g)).toBeGreaterThan(mostGrowth);
  expect(await grows(/\s+$/)).toBeGreaterThan(mostGrowth);
  expect(await grows(/^\d[\d.]*\s*[-:.=–·]?\s*(\D.*)$/)).toBeGreaterThan(mostGrowth);
  expect(await grows(/(?<!\\)\\+"|&quot;/g)).toBeLessThan(mostGrowth);
});

it('finds the expressions of the extension by itself', () => {
  const all = expressions().map(({ where }) => where);
  expect(all.length).toBeGreaterThan(60);
  expect(all).toContain('extension/billbee-page/data-text.ts');
  expect(all).toContain('packages/importer-core/src/statuses/match-status-label.ts');
});

it('has no expression whose time grows faster than the text', async () => {
  const slow: string[] = [];
  for (const { where, expression } of expressions()) {
    const times = await grows(expression);
    if (times > mostGrowth)
      slow.push(`${where}: ${expression} takes ${times.toFixed(1)} times as long for four times the text`);
  }
  expect(slow).toEqual([]);
});
