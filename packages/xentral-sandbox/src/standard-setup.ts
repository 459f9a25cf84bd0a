import type { TenantSetup } from './state.js';

const project = { id: '4', name: 'Onlinehandel' };

/** A small tenant: what a shop needs, and the articles that `billbee-sandbox` sells. */
export const standardSetup: TenantSetup = {
  projects: [
    { ...project, keyName: 'ONLINE', currency: 'EUR', normalTaxRate: 19, reducedTaxRate: 7 },
    { id: '5', name: 'Großhandel', keyName: 'B2B', currency: 'EUR', normalTaxRate: 19, reducedTaxRate: 7 },
  ],
  paymentMethods: [
    ['1', 'rechnung', 'Rechnung'],
    ['2', 'vorkasse', 'Vorkasse'],
    ['3', 'paypal', 'PayPal'],
    ['4', 'kreditkarte', 'Kreditkarte'],
    ['5', 'lastschrift', 'Lastschrift'],
    ['6', 'amazon', 'Amazon'],
    ['7', 'nachnahme', 'Nachnahme'],
    ['8', 'sonstige', 'Sonstige'],
  ].map(([id = '', type, designation]) => ({ id, type, designation, project: null })),
  shippingMethods: [
    ['1', 'dhl', 'DHL Paket'],
    ['2', 'dpd', 'DPD Classic'],
    ['3', 'selbstabholer', 'Selbstabholer'],
  ].map(([id = '', type, designation]) => ({ id, type, module: type, designation, project: null })),
  salesChannels: [{ id: '3', name: 'Billbee' }],
  products: [
    product('GIE-5L', 'Gießkanne', '4006381333931'),
    product('TASSE-AQ', 'Emaille-Tasse', '4012345678901'),
    product('SEIL-M', 'Hanfseil'),
    product('BUCH-KRÄ', 'Kräuterbuch', '9783161484100'),
    product('HONIG-500', 'Blütenhonig', '4009876543210'),
    product('KERZE-4', 'Bienenwachskerzen', '4098765432109'),
    product('DECKE-OL', 'Wolldecke', '4023456789012'),
    product('SAMEN-MIX', 'Saatgutmischung'),
    product('LAMPE-ß1', 'Straßenlaterne', '4034567890123'),
    product('BRETT-EI', 'Schneidebrett', '4045678901234'),
    product('SET-GARTEN', 'Gartenset'),
    product('VERSAND', 'Versandkosten'),
    product('RABATT', 'Rabatt'),
    product('GUTSCHEIN', 'Gutschein'),
    product('DIVERSES', 'Diverses'),
  ],
};

function product(number: string, name: string, ean: string | null = null): TenantSetup['products'][number] {
  return { number, name, ean, manufacturerNumber: null, project, stockCount: 100, isDisabled: false };
}
