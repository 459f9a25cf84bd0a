import { expect, test } from 'vitest';
import { FakeBrowser } from '../testing/fake-browser.js';
import { fillTemplate, firstTemplate, templateMemory, unknownPlaceholders } from './template.js';

const statuses = [
  { id: 3, label: 'Bezahlt' },
  { id: 20, label: 'Lager {id} $&' },
];

test('fills each placeholder, and a label is not a template', () => {
  expect(fillTemplate(firstTemplate, statuses, 'de')).toBe('3 Bezahlt\n20 Lager {id} $&');
  const template = { each: '{id}\\t{name} {api}{x}', between: ';' };
  expect(fillTemplate(template, statuses, 'en')).toBe(
    '3\tPaid Zahlung_erhalten{x};20\tLager {id} $& Lager {id} $&{x}',
  );
});

test('names placeholders that do not exist', () => {
  expect(unknownPlaceholders({ each: '{ID} {id} {ID} {}', between: '{x}' })).toEqual(['{ID}', '{}']);
});

test('is remembered, and what was kept is read with care', async () => {
  const browser = new FakeBrowser();
  const memory = templateMemory(browser.memory);
  expect(await memory.load()).toEqual(firstTemplate);
  await memory.save({ each: '{id}', between: ' ' });
  expect(await memory.load()).toEqual({ each: '{id}', between: ' ' });
  browser.stored.set('template', { each: 3 });
  expect(await memory.load()).toEqual(firstTemplate);
});
