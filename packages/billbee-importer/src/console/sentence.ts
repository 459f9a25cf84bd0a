/**
 * The first line of a foreign message as a sentence that others can follow.
 *
 * @example sentence('connect ECONNREFUSED') // 'connect ECONNREFUSED.'
 */
export function sentence(text: string): string {
  const line = text.trim().split('\n')[0]?.trim() ?? '';
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}
