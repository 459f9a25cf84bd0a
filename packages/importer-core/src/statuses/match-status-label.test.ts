import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanStatusLabel, matchStatusLabel } from './match-status-label.js';
import { orderStatuses } from './order-statuses.js';

describe('matchStatusLabel', () => {
  it('knows every standard name, exactly', () => {
    for (const { id, apiName, label } of orderStatuses) {
      expect(matchStatusLabel(label.de)).toEqual({ id, exact: true });
      expect(matchStatusLabel(label.en)).toEqual({ id, exact: true });
      expect(matchStatusLabel(apiName ?? '')?.id).toBe(id);
    }
  });

  it.each([
    ['Storno', 8],
    ['STORNIERT', 8],
    ['Cancelled', 8],
    ['Mahnung', 11],
    ['1. Mahnung', 11],
    ['2. Mahnung', 12],
    ['Mahnung2', 12],
    ['Zahlung erhalten', 3],
    ['Bestaetigt', 2],
    ['Besta\u0308tigt', 2],
    ['bestätigt (1.234)', 2],
    ['Bezahlt\u00a0(12)', 3],
    ['Bezahlt [12]', 3],
    ['(12) Bezahlt', 3],
    ['Bezahlt 12', 3],
    ['Bezahlt: 12', 3],
    ['3 Bezahlt', 3],
    ['3 - Bezahlt', 3],
    ['✓ Bezahlt', 3],
    ['Mahnung 2 (7)', 12],
    ['Mahnung 1 7', 11],
    ['Ge\u00adpackt', 13],
    ['im  fulfillment', 16],
    ['IM_FULFILLMENT', 16],
  ])('knows %s', (text, id) => {
    expect(matchStatusLabel(text)?.id).toBe(id);
  });

  it('calls a match exact when nothing but a count differs from the standard name', () => {
    const exact = (text: string) => matchStatusLabel(text)?.exact;
    expect(['Bezahlt', 'Bezahlt (12)', 'Besta\u0308tigt', 'Paid'].map(exact)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['Storno', 'bezahlt', 'Bestaetigt', '1. Mahnung'].map(exact)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    'Mahnung 3',
    'Mahnung 12',
    'Zahlungserinnerung 2',
    'Vorkasse',
    'Alle',
    '',
    '-',
    '25',
    'Bezahlt am',
    'Nicht bezahlt',
    'Bezahlt und versendet',
    'Versendet ab',
    'x'.repeat(100_000),
  ])('does not know %.20s', (text) => {
    expect(matchStatusLabel(text)).toBeUndefined();
  });
});

describe('cleanStatusLabel', () => {
  it.each([
    ['  Storno (4) ', 'Storno'],
    ['Bezahlt 12', 'Bezahlt'],
    ['Mahnung 2', 'Mahnung 2'],
    ['Mahnung 2 (3)', 'Mahnung 2'],
    ['1. Mahnung', '1. Mahnung'],
    ['Lager 2', 'Lager 2'],
    ['Lager 2 (9)', 'Lager 2'],
    ['Abholung (Laden)', 'Abholung (Laden)'],
    ['Im\n   Fulfillment', 'Im Fulfillment'],
    ['Zahlungs\u00aderinne\u200brung', 'Zahlungserinnerung'],
    ['15 - Zahlungserinnerung', 'Zahlungserinnerung'],
    ['2 - Lager', '2 - Lager'],
    ['→ Bezahlt', 'Bezahlt'],
    ['Status: Storno', 'Storno'],
    ['Status', 'Status'],
    ['(12)', '(12)'],
    ['', ''],
  ])('%j becomes %j', (text, label) => {
    expect(cleanStatusLabel(text)).toBe(label);
  });

  it('is done after one go', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Bezahlt', 'Mahnung 2', '1. Mahnung', 'Lager 2', 'Umtausch'),
        fc.integer({ min: 0, max: 99_999 }),
        fc.constantFrom('', ' ', '\u00a0', '\n\t '),
        (label, count, space) => {
          expect(cleanStatusLabel(`${space}${label}${space}(${count})${space}`)).toBe(label);
          expect(cleanStatusLabel(label)).toBe(label);
        },
      ),
    );
  });

  it('stays quick on hostile text', () => {
    for (const text of ['1'.repeat(1e6), '( '.repeat(1e6), '1.'.repeat(1e6), ' -'.repeat(1e6)]) {
      expect(cleanStatusLabel(text).length).toBeLessThanOrEqual(1000);
    }
  });
});
