import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from './exact-decimal.js';

const Reference = Big();
Reference.RM = 1;

/** Amounts, tax with its noise, quantities, and numbers that no double holds. */
const number = fc.oneof(
  fc.integer().map(String),
  fc.integer({ min: -1e9, max: 1e9 }).map((cents) => String(cents / 100)),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }).map(String),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 30 }))
    .map(([units, scale]) => `${units}e-${scale}`),
);

describe('Decimal', () => {
  it('reckons as big.js does', () => {
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 24 }), (a, b, digits) => {
        const [one, other] = [new Decimal(a), new Decimal(b)];
        const [known, knownOther] = [new Reference(a), new Reference(b)];
        expect(one.plus(other).toFixed()).toBe(known.plus(knownOther).toFixed());
        expect(one.minus(other).toFixed()).toBe(plain(known.minus(knownOther).toFixed()));
        expect(one.times(other).toFixed()).toBe(plain(known.times(knownOther).toFixed()));
        expect(one.cmp(other)).toBe(known.cmp(knownOther));
        expect(one.round(digits).toFixed()).toBe(plain(known.round(digits).toFixed()));
        expect(one.toFixed(digits)).toBe(plain(known.toFixed(digits)));
        expect(one.abs().toFixed()).toBe(known.abs().toFixed());
        if (known.eq(0)) return;
        Reference.DP = digits;
        expect(other.div(one, digits).toFixed()).toBe(plain(new Reference(b).div(known).toFixed()));
      }),
      { numRuns: 500 },
    );
  });

  it('takes a double for the number that it is printed as', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e21, max: 1e21 }), (value) => {
        expect(new Decimal(value).toFixed()).toBe(plain(new Reference(value).toFixed()));
      }),
    );
    for (const cents of [0.29, 1.005, 1e13 + 0.01, 2251799813685247.5, 1e-7, 123456789012.34]) {
      expect(new Decimal(cents).toFixed()).toBe(new Reference(cents).toFixed());
    }
  });

  it('compares with numbers and texts', () => {
    expect(new Decimal('1.10').eq(1.1)).toBe(true);
    expect(new Decimal('1.1').lt('1.11')).toBe(true);
    expect(new Decimal(2).gte(2) && new Decimal(2).lte('2.0') && new Decimal(2).gt(-2)).toBe(true);
  });

  it.each(['', '.', '-', 'e5', '1,5', '0x10', 'NaN', 'Infinity', '1.2.3', ' 1'])('refuses %j', (text) => {
    expect(() => new Decimal(text)).toThrow(SyntaxError);
  });
});

/** Without the sign of a zero, which a decimal does not have here. */
function plain(text: string): string {
  return text.replace(/^-(?=0*\.?0*$)/, '');
}
