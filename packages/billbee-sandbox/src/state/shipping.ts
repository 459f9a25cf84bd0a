/** One row of Billbee's /enums answers. */
export interface EnumEntry {
  readonly Id: number;
  readonly Name: string;
}

const CARRIER_NAMES = [
  'other',
  'dhlExpress',
  'dhl',
  'hermes',
  'dpd',
  'ups',
  'gls',
  'dpag',
  'OePost',
  'fedex',
  'generalOvernight',
  'tnt',
  'liefery',
  'iloxx',
  'parcel_one',
  'cargo_international',
  'pin_mail',
  'usPostalService',
  'amazon_logistics',
];

/** Billbee API: GET /enums/shippingcarriers. */
export const CARRIERS: readonly EnumEntry[] = CARRIER_NAMES.map((Name, Id) => ({ Id, Name }));

/** Billbee API: GET /enums/shipmenttypes. */
export const SHIPMENT_TYPES: readonly EnumEntry[] = [
  { Id: 0, Name: 'Shipment' },
  { Id: 1, Name: 'Retoure' },
];

/** Billbee API: GET /shipment/shippingproviders; the keys are in lower case there. */
export const SHIPPING_PROVIDERS = [
  {
    id: 300000000011201,
    name: 'Beispielpaket',
    products: [
      { id: 300000000021401, displayName: 'Paket Inland', productName: 'PKT-DE' },
      { id: 300000000021402, displayName: 'Paket EU', productName: 'PKT-EU' },
    ],
  },
  {
    id: 300000000011202,
    name: 'Beispielbrief',
    products: [{ id: 300000000021403, displayName: 'Brief mit Nachweis', productName: 'BRF-N' }],
  },
] as const;
