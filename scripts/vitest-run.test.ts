import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runVitest } from './vitest-run.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitest-run-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a real vitest over the given test files. */
function run(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const env = { VITEST: '', VITEST_WORKER_ID: '', VITEST_POOL_ID: '', TEST: '' };
  return runVitest(['--globals', '--root', folder, ...args], { cwd: folder, env, silent: true });
}

const good = 'test("good", () => expect(1).toBe(1));';

describe('runVitest', () => {
  it('counts what passed, failed and was skipped', async () => {
    const mixed = `${good} test("bad", () => expect(1).toBe(2)); test.skip("later", () => {}); test.todo("new");`;
    expect(await run({ 'a.test.js': mixed, 'b.test.js': good })).toEqual({
      passed: 2,
      failed: 1,
      skipped: 2,
    });
  });

  it('is all well when everything passed', async () => {
    expect(await run({ 'a.test.js': good })).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });

  it('passes arguments through', async () => {
    const files = { 'a.test.js': good, 'b.test.js': 'test("bad", () => expect(1).toBe(2));' };
    expect(await run(files, 'a.test')).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });

  it.each([
    ['a file that cannot be read', 'const = ;'],
    ['a file that throws while it is loaded', 'throw new Error("no");'],
    ['a hook that fails', 'beforeAll(() => { throw new Error("no"); }); test("never", () => {});'],
    ['a cleanup that fails', 'afterAll(() => { throw new Error("no"); }); test("fine", () => {});'],
    ['an error nobody handled', `${good} test("late", () => { Promise.reject(new Error("no")); });`],
    ['a worker that dies', 'test("dies", () => { process.kill(process.pid, "SIGKILL"); });'],
    ['a file without tests', ''],
  ])('counts %s as a failure', async (_name, text) => {
    const counts = await run({ 'a.test.js': good, 'b.test.js': text });
    expect(counts.failed).toBeGreaterThanOrEqual(1);
  });

  it('counts a run without any test as a failure', async () => {
    expect(await run({})).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(await run({ 'a.test.js': 'test.skip("later", () => {});' })).toMatchObject({ failed: 1 });
    expect(await run({ 'a.test.js': good }, '--passWithNoTests', 'nowhere')).toMatchObject({ failed: 1 });
  });

  it('counts a run that could not start as a failure', async () => {
    expect(await run({ 'a.test.js': good }, '--no-such-option=1')).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});
