import { expect, it } from 'vitest';
import { collect } from './collect.test.data.js';
import { Terminal } from './terminal.js';

function terminalWith(env: Record<string, string> = {}) {
  const stdout = collect();
  const stderr = collect();
  return { stdout, stderr, terminal: new Terminal({ stdout, stderr, env, language: 'en' }) };
}

it('writes results to stdout and the rest to stderr, a line each', () => {
  const { terminal, stdout, stderr } = terminalWith();
  terminal.print('success');
  terminal.note('one\ntwo\u001b[2J');
  terminal.complain('wrong');
  expect(stdout.text).toBe('success\n');
  expect(stderr.text).toBe('one two [2J\nwrong\n');
});

it('complains in red when colours are wanted', () => {
  const { terminal, stderr } = terminalWith({ FORCE_COLOR: '1' });
  terminal.complain('wrong');
  expect(stderr.text).toBe('\u001b[31mwrong\u001b[39m\n');
});

it('hides secrets in lines, traces and JSON, and keeps the JSON whole', () => {
  const { terminal, stdout, stderr } = terminalWith();
  terminal.hide((text) => text.replaceAll('s"cret', '***'));
  terminal.hide((text) => text.replaceAll('hunter2', '***'));
  terminal.print('a s"cret');
  terminal.trace('Error: hunter2\n    at s"cret');
  terminal.json({ message: 'the s"cret hunter2', n: 1, list: ['hunter2'] });
  expect(stdout.text).toBe('a ***\n{"message":"the *** ***","n":1,"list":["***"]}\n');
  expect(stderr.text).toBe('Error: ***\n at ***\n'.replace('\n at', '\n    at'));
});

it('knows whether JSON has been written', () => {
  const { terminal } = terminalWith();
  expect(terminal.jsonWritten).toBe(false);
  terminal.jsonPart('{');
  expect(terminal.jsonWritten).toBe(true);
});
