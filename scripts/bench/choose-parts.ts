import { parseArgs } from 'node:util';

/** What `npm run bench` was asked for: a text to print, or the parts to measure. */
export type Choice<Name extends string> = { readonly help: string } | { readonly parts: readonly Name[] };

/**
 * Reads the arguments of `npm run bench`.
 *
 * @param parts - every part by name, with what it measures.
 * @returns the named parts in the sequence of `parts`; all of them when none is named.
 * @throws Error naming what is not known, and the parts there are.
 *
 * @example
 * chooseParts(['stages', '--long'], { stages: 'what a stage costs', sizes: 'bytes' }); // { parts: ['stages'] }
 */
export function chooseParts<Name extends string>(
  args: readonly string[],
  parts: Readonly<Record<Name, string>>,
): Choice<Name> {
  const names = Object.keys(parts) as Name[];
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' }, long: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) {
    const width = Math.max(...names.map((name) => name.length));
    const lines = names.map((name) => `  ${name.padEnd(width)}  ${parts[name]}`);
    return {
      help: [
        'npm run bench -- [PART…] [--long]\n',
        'Prints figures, one JSON object per line. Parts, all of them when none is named:',
        ...lines,
        '\n  --long  at full size: what docs/performance.md shows of fleets',
      ].join('\n'),
    };
  }
  const unknown = positionals.filter((name) => !(names as string[]).includes(name));
  if (unknown.length > 0) {
    throw new Error(`The bench has no part ${unknown.join(', ')}. It has: ${names.join(', ')}.`);
  }
  return { parts: positionals.length === 0 ? names : names.filter((name) => positionals.includes(name)) };
}
