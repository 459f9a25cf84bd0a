import preact from 'preact?raw';
import { expect, test } from 'vitest';
import { removeInnerHtml } from './without-inner-html.js';

test("takes the assignment out of Preact's own module", () => {
  expect(preact).toMatch(/\.innerHTML=\w/);
  const without = removeInnerHtml(preact);
  expect(without).not.toMatch(/\.innerHTML=[^=]/);
  expect(without.length).toBeGreaterThan(preact.length - 40);
});

test.each(['export{}', 'a.innerHTML=b', '(a.innerHTML=b.__html),(c.innerHTML=d.__html)'])(
  'refuses a Preact it does not know: %s',
  (code) => expect(() => removeInnerHtml(code)).toThrow('without-inner-html.ts'),
);
