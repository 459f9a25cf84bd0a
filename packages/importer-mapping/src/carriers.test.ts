import { expect, it } from 'vitest';
import { resolveCarrier } from './carriers.js';
import { readMapping } from './read-mapping.js';

const { carriers } = readMapping({
  carriers: {
    table: [
      { carrier: 'Hauspost', carrierId: 16 },
      { carrier: 'dhl', carrierId: 1, providerId: 300000000012345 },
    ],
  },
});

it.each([
  [['hauspost'], { carrierId: 16 }],
  [['DHL'], { carrierId: 1, providerId: '300000000012345' }],
  [['DHL Paket'], { carrierId: 2 }],
  [['DHL Express'], { carrierId: 1 }],
  [['Deutsche Post'], { carrierId: 7 }],
  [[null, undefined, 'DPD Classic'], { carrierId: 4 }],
  [['Spedition Beispiel'], {}],
])('%j', (names, carrier) => {
  expect(resolveCarrier(names, carriers)).toEqual(carrier);
});
