import type { SettingsFields } from '../protocol/settings.js';
import type { ErpAmounts } from './erp-arithmetic.test.data.js';

/** One order and what OpenXE is to make of it. Amounts are worked out by hand from the order, not by the mapper. */
export interface GoldenCase {
  readonly name: string;
  /** Why there is this case. */
  readonly why: string;
  readonly order: Readonly<Record<string, unknown>>;
  /** What differs from the form's defaults. */
  readonly settings?: Partial<SettingsFields>;
  readonly wanted: Wanted;
}

type Wanted =
  | {
      /** `shipping` and `discount` are 0.00 unless given; with one rate only, `gross` is all of it. */
      readonly amounts: Pick<ErpAmounts, 'gross'> & Partial<ErpAmounts>;
      /** Parts of the cart. */
      readonly cart?: Readonly<Record<string, unknown>>;
      /** Parts of its positions, in sequence. */
      readonly lines?: readonly Readonly<Record<string, unknown>>[];
    }
  | {
      /** Reason code. */
      readonly held: string;
      /** What the message must say. */
      readonly says?: RegExp;
    };

/** The form as it is after saving it with its defaults. */
export const form = {
  bbUser: 'a@example.com',
  bbApiPassword: 'p',
  bbApiKey: 'k',
  bbStatusOpen: '3',
  bbDiscountArticle: 'RABATT',
  bbShippingArticle: 'VERSAND',
};
