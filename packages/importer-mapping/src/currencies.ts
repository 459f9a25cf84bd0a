import type { ErpOrder } from 'importer-core';
import { z } from 'zod';
import type { Findings } from './findings.js';
import { mappingMessages } from './mapping-messages.js';
import type { ResolvedCurrency } from './resolved-order.js';
import { unmapped } from './table-parts.js';

const code = z
  .string({ error: 'expected a currency such as "CHF"' })
  .regex(/^[A-Z]{3}$/, { error: 'expected a currency of three capital letters such as "CHF"' });

/** Key `currencies`: amounts are never converted; the table says which currencies may pass, and the rate to send along. */
export const currencies = z.strictObject({
  home: code.default('EUR'),
  unmapped,
  table: z
    .array(
      z.strictObject({
        currency: code,
        /** Units of it for one of the home currency. */
        exchangeRate: z
          .string({ error: 'expected a decimal number in quotes such as "0.9512"' })
          .regex(/^\d{1,9}(\.\d{1,10})?$/, { error: 'expected a decimal number in quotes such as "0.9512"' })
          .optional(),
      }),
    )
    .default([]),
});

/** Holds `currency-unmapped` where the table is to be complete. */
export function resolveCurrency(
  { currency }: ErpOrder,
  tables: z.output<typeof currencies>,
  findings: Findings,
): ResolvedCurrency {
  const row = tables.table.find((candidate) => candidate.currency === currency);
  const mapped = row !== undefined || currency === tables.home || tables.unmapped === 'pass';
  const held = !mapped && tables.unmapped === 'hold';
  findings.use({
    table: 'currencies',
    value: currency,
    state: mapped ? 'mapped' : held ? 'held' : 'default',
    becomes: held ? null : currency,
    remedy: mapped ? null : { currencies: { table: [{ currency }] } },
  });
  if (held) {
    const values = { currency, home: tables.home, table: 'mapping.currencies.table' };
    findings.hold(mappingMessages.reason('currency-unmapped', values, 'currency'));
  }
  return { code: currency, exchangeRate: row?.exchangeRate ?? null };
}
