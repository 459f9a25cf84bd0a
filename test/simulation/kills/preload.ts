/**
 * Loaded before the command line: dies by `kill -9` at one exact point, which `CRASH_AT` names, e.g. `append#1`
 * or, by its number among all points, `#17`. Points passed are written to the file `CRASH_LOG`, one a line.
 *
 * It sits on what the program uses of the system (files, database, network), so the program itself is unchanged.
 */
import { appendFileSync, promises, writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

const { CRASH_AT: wanted, CRASH_LOG: log } = process.env;
const counts = new Map<string, number>();
let total = 0;

/** Whether this is where the process has to die. */
function isHere(name: string): boolean {
  total += 1;
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  if (log) appendFileSync(log, `${name}#${count}\n`);
  return wanted === `#${total}` || wanted === `${name}#${count}`;
}

function pass(name: string): void {
  if (isHere(name)) die();
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

// biome-ignore lint/suspicious/noExplicitAny: -- stands in for methods of any shape
type Method = (this: any, ...args: any[]) => any;

function surround(owner: object, name: string, around: (original: Method) => Method): void {
  const holder = owner as Record<string, Method>;
  const original = holder[name];
  if (!original) throw new Error(`There is no method ${name} to surround.`);
  holder[name] = around(original);
}

const file = await promises.open(fileURLToPath(import.meta.url));
const fileHandle = Object.getPrototypeOf(file) as object;
await file.close();

surround(
  fileHandle,
  'appendFile',
  (original) =>
    async function (text: string, ...rest) {
      pass('append');
      if (isHere('half a line')) {
        writeSync(this.fd, text.slice(0, Math.floor(text.length * 0.6)));
        die();
      }
      await original.call(this, text, ...rest);
      pass('appended');
    },
);
surround(
  fileHandle,
  'datasync',
  (original) =>
    async function () {
      await original.call(this);
      pass('synced');
    },
);
surround(
  promises,
  'rename',
  (original) =>
    async function (...args) {
      pass('rename');
      await original.apply(this, args);
      pass('renamed');
    },
);
syncBuiltinESMExports();

/** Each change of the database, before and after it is made. */
function aroundQuery(original: Method): Method {
  return async function (query: string | { text?: string }, ...rest) {
    const text = typeof query === 'string' ? query : (query.text ?? '');
    const kind = /^\s*(commit|insert|update|delete)\b/i.exec(text)?.[1]?.toLowerCase();
    const table = kind && kind !== 'commit' ? / (?:into|update|from) "?(\w+)/i.exec(` ${text}`)?.[1] : '';
    const name = table ? `${kind} ${table}` : kind;
    if (name) pass(name);
    const result = await original.call(this, query, ...rest);
    if (name) pass(`${name} done`);
    return result;
  };
}
surround(PGlite.prototype, 'query', aroundQuery);
surround(PGlite.prototype, 'exec', aroundQuery);
surround(pg.Client.prototype, 'query', (original) => {
  const withPromise = aroundQuery(original);
  return function (...args) {
    const hasCallback = typeof args.at(-1) === 'function';
    return hasCallback ? original.apply(this, args) : withPromise.apply(this, args);
  };
});

const originalFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const name = `${init?.method ?? 'GET'} ${url.pathname.replace(/^.*\/v1/, '').replace(/\d{5,}/, '{id}')}`;
  pass(name);
  const answer = await originalFetch(input, init);
  pass(`${name} answered`);
  return answer;
};
