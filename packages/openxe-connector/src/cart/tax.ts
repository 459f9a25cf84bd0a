import type { ResolvedOrder, ResolvedTax, TaxCase, TaxClass } from 'importer-mapping';
import type { Cart, CartTaxClass } from './cart.js';

const classes: Readonly<Partial<Record<TaxClass, CartTaxClass>>> = {
  normal: 'normal',
  reduced: 'ermaessigt',
  exempt: 'befreit',
};

/** OpenXE's class of a line; undefined when it has none for it. */
export const cartTaxClass = (taxClass: TaxClass): CartTaxClass | undefined => classes[taxClass];

/** `ust_befreit`: 0 taxed, 1 intra-community, 2 export, 3 no tax inside the country. Never left to OpenXE, which
 * decides by the country alone. */
const exemptions: Readonly<Record<TaxCase, Cart['ust_befreit']>> = {
  domestic: '0',
  oss: '0',
  'eu-home-rates': '0',
  'third-country-taxed': '0',
  'eu-untaxed': '3',
  'foreign-stock': '3',
  'unknown-mode': '3',
  'small-business': '3',
  margin: '3',
  'intra-community': '1',
  export: '2',
};

/** The tax facts of the whole order. */
export function cartTax({ tax }: Pick<ResolvedOrder, 'tax'>) {
  const exemption = exemptionOf(tax);
  const rate = (name: 'steuersatz_normal' | 'steuersatz_ermaessigt', value: string | null) =>
    exemption === '0' && value !== null && Number(value) > 1 ? { [name]: value } : {};
  return {
    ust_befreit: exemption,
    steuerfrei: exemption === '0' ? '0' : '1',
    ...rate('steuersatz_normal', tax.normalRate),
    ...rate('steuersatz_ermaessigt', tax.reducedRate),
  } as const satisfies Partial<Cart>;
}

/** OpenXE adds tax to an intra-community supply without a VAT id, so that one counts as free of tax by itself. */
function exemptionOf({ case: taxCase, vatId }: ResolvedTax): Cart['ust_befreit'] {
  return taxCase === 'intra-community' && vatId === null ? '3' : exemptions[taxCase];
}
