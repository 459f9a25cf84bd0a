import { styleText } from 'node:util';

/** What decides whether a stream gets colours. */
export interface ColourQuestion {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
}

/**
 * Whether colours may be written: on a terminal, or when `FORCE_COLOR` asks for them; never with `NO_COLOR`.
 *
 * @example usesColour({ env: { NO_COLOR: '1' }, isTTY: true }) // false
 */
export function usesColour({ env, isTTY }: ColourQuestion): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTTY && env['TERM'] !== 'dumb';
}

/** The text in red, or as it is. */
export function red(text: string, colour: boolean): string {
  return colour ? styleText('red', text, { validateStream: false }) : text;
}
