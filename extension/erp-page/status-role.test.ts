import { expect, test } from 'vitest';
import { asksForStatusIds, meaningOf } from './status-role.js';

test.each([
  ["'Offen' Status ID:", 'open'],
  ["'In Bearbeitung' Status ID:", 'inProgress'],
  ["'Versendet' Status ID:", 'shipped'],
  ['„Offen“ Status-ID *', 'open'],
  ['Status-ID für offene Aufträge', 'open'],
  ['Auftragsstatus-ID „In Bearbeitung“', 'inProgress'],
  ['StatusID versendet', 'shipped'],
  ['"Open" status ID', 'open'],
  ['Status ID for orders in progress', 'inProgress'],
  ['ID of the status "Shipped"', 'shipped'],
  ['In\u00a0Bearbeitung\n  Status ID', 'inProgress'],
] as const)('%j asks for the id of %s', (label, role) => {
  expect(meaningOf(label)).toEqual({ role, isClear: true });
});

test.each([
  "'Storniert' Status ID:",
  "'Bezahlt' Status ID:",
  'Versendet am:',
  'In Bearbeitung seit:',
  'Zahlungsstatus offen ID',
  'Payment status ID open',
  'Status ID offen und versendet',
  'Offene Posten Status ID',
  'Lieferstatus-ID versendet',
  'Versandart ID',
  'Status ID',
  'Status ID nicht offen',
  'Öffnen Status ID',
  '',
  `${'x '.repeat(60)}'Offen' Status ID`,
])('%j is another field', (label) => expect(meaningOf(label)).toBeUndefined());

test('a word alone needs a heading that says what is asked for', () => {
  expect(meaningOf('Offen')).toEqual({ role: 'open', isClear: false });
  expect(meaningOf('Status „offen“:')).toEqual({ role: 'open', isClear: false });
  expect(asksForStatusIds('Status-IDs (zeigt die Browser-Erweiterung)')).toBe(true);
  expect(asksForStatusIds('Billbee order status IDs')).toBe(true);
  expect(asksForStatusIds('Zahlungsstatus-IDs')).toBe(false);
  expect(asksForStatusIds('Status')).toBe(false);
});
