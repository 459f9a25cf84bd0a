import { z } from 'zod';

/** Text that says something; a number written without quotes is taken as its digits. */
export const text = z
  .union([z.string(), z.number().int().nonnegative().transform(String)], {
    error: 'expected a text such as "paypal"',
  })
  .transform((value) => value.trim())
  .refine((value) => value !== '', { error: 'expected a text that is not empty' })
  .refine((value) => value !== '…', {
    error: 'still holds the placeholder … of "mapping check": fill it in',
  });

/** ISO 3166-1 alpha-2. */
export const country = z
  .string({ error: 'expected a country code such as "DE"' })
  .regex(/^[A-Z]{2}$/, { error: 'expected a country code of two capital letters such as "DE"' });

/** One country or several. */
export const countries = z.union([country.transform((code) => [code]), z.array(country).min(1)], {
  error: 'expected a country code such as "DE", or a list such as ["DE","AT"]',
});

/** A tax rate in percent: `19`, `"19"`, `"5.5"`. */
export const rate = z
  .union([z.number(), z.string()], { error: 'expected a tax rate in percent such as 19' })
  .refine((value) => /^\d{1,2}(\.\d{1,4})?$|^100$/.test(String(value)), {
    error: 'expected a tax rate in percent from 0 to 100 such as 19 or "5.5"',
  })
  .transform((value) => String(Number(value)));

/** One rate or several. */
export const rates = z.union([rate.transform((one) => [one]), z.array(rate).min(1)], {
  error: 'expected a tax rate such as 19, or a list such as [19,16]',
});

/** What happens to a value without a row; not given: it passes, and `mapping check` lists it. */
export const unmapped = z.enum(['pass', 'hold'], { error: 'expected "pass" or "hold"' }).optional();
