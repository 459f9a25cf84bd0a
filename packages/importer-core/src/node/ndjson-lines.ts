import type { FileHandle } from 'node:fs/promises';

const chunkSize = 64 * 1024;
const newline = 0x0a;

/**
 * The complete lines of a file, one after the other; memory holds one chunk and one line.
 *
 * @param from where to begin, in bytes
 */
export async function* readLines(file: FileHandle, from = 0): AsyncGenerator<string> {
  const chunk = Buffer.alloc(chunkSize);
  let rest: Buffer[] = [];
  for (let position = from; ; ) {
    const { bytesRead } = await file.read(chunk, 0, chunkSize, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    let start = 0;
    for (
      let end = chunk.indexOf(newline);
      end !== -1 && end < bytesRead;
      end = chunk.indexOf(newline, start)
    ) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8');
      rest = [];
      start = end + 1;
    }
    if (start < bytesRead) rest.push(Buffer.from(chunk.subarray(start, bytesRead)));
  }
}

/** What follows the last line break, and where it begins. */
export async function readTail(file: FileHandle): Promise<{ start: number; text: string }> {
  const { size } = await file.stat();
  let tail = Buffer.alloc(0);
  for (let end = size; end > 0; ) {
    const length = Math.min(chunkSize, end);
    const chunk = Buffer.alloc(length);
    await file.read(chunk, 0, length, end - length);
    const found = chunk.lastIndexOf(newline);
    tail = Buffer.concat([chunk.subarray(found + 1), tail]);
    if (found !== -1) return { start: end - length + found + 1, text: tail.toString('utf8') };
    end -= length;
  }
  return { start: 0, text: tail.toString('utf8') };
}

/** An order's line: its key first, so that it can be found without reading the rest. */
export function printLine(key: string, order: object): string {
  return `${JSON.stringify({ key, ...order })}\n`;
}

/** What a line says about its order; undefined when it is no order of ours. */
export function readLine(
  line: string,
  keyOf: (orderId: string) => string,
): { key: string; orderId: string; statusId: number } | undefined {
  try {
    const { key, source } = JSON.parse(line);
    if (source?.system !== 'billbee' || typeof source.orderId !== 'string') return undefined;
    return {
      key: typeof key === 'string' ? key : keyOf(source.orderId),
      orderId: source.orderId,
      statusId: Number.isSafeInteger(source.statusId) ? source.statusId : 0,
    };
  } catch {
    return undefined;
  }
}

/** The key alone, without reading the whole line where it stands first. */
export function readKey(line: string, keyOf: (orderId: string) => string): string | undefined {
  return /^\{"key":"([^"\\]+)"/.exec(line)?.[1] ?? readLine(line, keyOf)?.key;
}
