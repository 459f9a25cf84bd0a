/** What a value is that cannot be read. */
export interface Described {
  readonly found: 'missing' | 'empty' | 'list' | 'object' | 'text' | 'figure';
  readonly shown?: string;
}

/** Says what a value is without giving personal data away: figures and dates are shown, other text is not. */
export function describeValue(value: unknown): Described {
  if (value === undefined || value === null) return { found: 'missing' };
  if (Array.isArray(value)) return { found: 'list' };
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { found: 'figure', shown: String(value) };
  }
  if (typeof value !== 'string') return { found: 'object' };
  if (value.trim() === '') return { found: 'empty' };
  return /^[\d.,:+\-TZ/ ]{1,32}$/.test(value) ? { found: 'figure', shown: `"${value}"` } : { found: 'text' };
}
