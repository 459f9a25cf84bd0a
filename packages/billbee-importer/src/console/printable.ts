/**
 * A text from outside as one line that cannot steer a terminal: control characters, line breaks and characters
 * that turn the writing direction become spaces.
 *
 * @example printable('gone\u001b[2J\nreally') // 'gone [2J really'
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
