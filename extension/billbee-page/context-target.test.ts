import { expect, test } from 'vitest';
import { contextTarget, rememberContextTarget } from './context-target.js';
import { sharedWorld } from './shared-world.js';

test('a context menu that the page made up moves no target, and one that left the page is none', () => {
  document.body.innerHTML = '<p>Bezahlt</p>';
  const [entry] = document.getElementsByTagName('p');
  if (!entry) throw new Error('no entry');
  rememberContextTarget();
  entry.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true }));
  expect(contextTarget()).toBeUndefined();

  const real = new MouseEvent('contextmenu', { bubbles: true, composed: true });
  Object.defineProperty(real, 'isTrusted', { value: true });
  entry.dispatchEvent(real);
  expect(contextTarget()).toBe(entry);
  entry.remove();
  expect(contextTarget()).toBeUndefined();
  expect(sharedWorld.billbeeContextTarget).toBeDefined();
});
