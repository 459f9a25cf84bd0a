import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collect } from './collect.test.data.js';
import { printable, red, Terminal, usesColour } from './terminal.js';

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

it.each([
  [{}, true, true],
  [{}, false, false],
  [{ TERM: 'dumb' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
])('%j, terminal %s: %s', (env, isTTY, expected) => {
  expect(usesColour({ env, isTTY })).toBe(expected);
});

it('paints in red only when asked', () => {
  expect(red('no', true)).toBe('\u001b[31mno\u001b[39m');
  expect(red('no', false)).toBe('no');
});

it('keeps what people write', () => {
  expect(printable('Müller & Söhne, 3 × „Öl“ 👍')).toBe('Müller & Söhne, 3 × „Öl“ 👍');
});

it('takes the power from control characters', () => {
  expect(printable('gone\u001b[2J\r\nreally\u202e')).toBe('gone [2J really ');
});

it('never lets a control character through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const character of printable(text)) {
        const code = character.codePointAt(0) ?? 0;
        expect(code >= 0x20 && !(code >= 0x7f && code <= 0x9f)).toBe(true);
      }
    }),
  );
});
