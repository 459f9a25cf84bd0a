import { existsSync, readFileSync } from 'node:fs';

/** What an ERP that imports from a file has booked. */
export interface Books {
  /** Order ids of the whole lines, in sequence. */
  readonly orderIds: readonly string[];
  /** A last line that is torn, and lines that hold no order. */
  readonly faults: readonly string[];
}

/** Reads a file of orders as any reader would: whole lines only. A file that is not there yet holds nothing. */
export function readBooks(path: string): Books {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const orderIds: string[] = [];
  const faults: string[] = [];
  for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
    try {
      const { source, totals, lines } = JSON.parse(line);
      if (typeof totals.gross !== 'string' || lines.length === 0) throw new Error('no order');
      orderIds.push(source.orderId);
    } catch {
      faults.push(`line ${index + 1} of the file is no order: ${line.slice(0, 80)}`);
    }
  }
  if (text !== '' && !text.endsWith('\n')) faults.push('the file ends in a torn line');
  return { orderIds, faults };
}
