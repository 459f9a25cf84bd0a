import { address, item, order } from './billbee-order.test.data.js';
import type { GoldenCase } from './golden-case.test.data.js';

const mapping = (tables: object): { bbMapping: string } => ({ bbMapping: JSON.stringify(tables) });
const one = { gross: '20.00' };
const sold = (changes: Record<string, unknown> = {}) => order([item(20)], 0, changes);
const both = (changes: Record<string, unknown>) => ({
  InvoiceAddress: address(changes),
  ShippingAddress: address(changes),
});

export const peopleCases: readonly GoldenCase[] = [
  {
    name: 'a private person',
    why: 'house number behind the street, and no delivery address where it is the same',
    order: sold(),
    wanted: {
      amounts: one,
      cart: {
        auftrag: '300000180937794',
        onlinebestellnummer: '2026-77',
        bestelldatum: '2026-11-20',
        zeitstempel: '2026-11-23 10:05:00',
        name: 'Erika Beispiel',
        anrede: '',
        strasse: 'Musterweg 7 b',
        plz: '01069',
        ort: 'Dresden',
        land: 'DE',
        kunde_sprache: 'deutsch',
        kundennummer: '',
        abweichendelieferadresse: '0',
        lieferadresse_name: '',
        subshop: 'Gartenladen',
      },
    },
  },
  {
    name: 'a company',
    why: 'the person becomes the contact',
    order: sold({
      ...both({ Company: 'Übergröße & Söhne GmbH', NameAddition: 'Einkauf', Line2: 'Tor 3' }),
      CustomerVatId: 'DE123456789',
    }),
    wanted: {
      amounts: one,
      cart: {
        anrede: 'firma',
        name: 'Übergröße & Söhne GmbH',
        ansprechpartner: 'Erika Beispiel',
        adresszusatz: 'Einkauf, Tor 3',
        ustid: 'DE123456789',
      },
    },
  },
  {
    name: 'delivery to somebody else',
    why: 'its name is OpenXE’s switch',
    order: sold({
      ShippingAddress: address({
        FirstName: 'Jörg',
        LastName: 'Müßig',
        NameAddition: 'c/o Nachbarn',
        City: 'Leipzig',
      }),
    }),
    wanted: {
      amounts: one,
      cart: {
        abweichendelieferadresse: '1',
        lieferadresse_name: 'Jörg Müßig',
        lieferadresse_adresszusatz: 'c/o Nachbarn',
        lieferadresse_ort: 'Leipzig',
        ort: 'Dresden',
      },
    },
  },
  {
    name: 'house number inside the street',
    why: 'it is not written twice',
    order: sold(both({ Street: 'Straße des 17. Juni 135', HouseNumber: '' })),
    wanted: { amounts: one, cart: { strasse: 'Straße des 17. Juni 135' } },
  },
  {
    name: 'only a delivery address',
    why: 'shops that send no billing address',
    order: sold({ InvoiceAddress: null }),
    wanted: { amounts: one, cart: { name: 'Erika Beispiel', abweichendelieferadresse: '0' } },
  },
  {
    name: 'no address at all',
    why: 'OpenXE makes no order without a name',
    order: sold({ InvoiceAddress: null, ShippingAddress: null }),
    wanted: { held: 'address-missing' },
  },
  {
    name: 'apostrophes, backslashes and markup',
    why: 'an apostrophe aborts OpenXE’s whole run',
    order: sold({
      ...both({ FirstName: 'Conan', LastName: "O'Brien", City: "L'Île", Street: 'A\\B-Straße' }),
      OrderNumber: "N'1",
      Comments: [
        { Id: 1, FromCustomer: true, Text: "Don't <b>ring</b>", Name: null, Created: '2026-11-20T15:00:00' },
      ],
    }),
    wanted: {
      amounts: one,
      cart: {
        name: 'Conan O’Brien',
        ort: 'L’Île',
        strasse: 'A/B-Straße 7 b',
        onlinebestellnummer: 'N’1',
        internebemerkung: 'Kunde: Don’t ‹b›ring‹/b›\nBillbee 300000180937794',
      },
    },
  },
  {
    name: 'an e-mail address with an apostrophe',
    why: 'a curly one would be somebody else’s address, a straight one aborts OpenXE’s whole run: it stands in the note',
    order: sold(both({ Email: "o'brien@example.com" })),
    wanted: {
      amounts: one,
      cart: {
        email: '',
        internebemerkung:
          'E-Mail, die OpenXE nicht aufnimmt (mit geradem Apostroph): o’brien@example.com\nBillbee 300000180937794',
      },
    },
  },
  {
    name: 'emoji and another script',
    why: 'four-byte characters would become ????, others stay',
    order: sold(both({ FirstName: '由紀', LastName: '田中 👩‍👧🌷', City: 'Bad 🌊 Doberan' })),
    wanted: { amounts: one, cart: { name: '由紀 田中', ort: 'Bad Doberan' } },
  },
  {
    name: 'a name of emoji only, and a letter the database cannot hold',
    why: 'an empty name would be no name, and a letter that is missing must be seen',
    order: sold(both({ FirstName: null, LastName: '🌷🌷', City: '𠮷野町' })),
    wanted: { amounts: one, cart: { name: '�', ort: '�野町' } },
  },
  {
    name: 'a city longer than the column',
    why: 'OpenXE’s address table has 64 characters for it',
    order: sold(both({ City: 'Llanfair'.repeat(12) })),
    wanted: { amounts: one, cart: { ort: `${'Llanfair'.repeat(12).slice(0, 63)}…` } },
  },
  {
    name: 'notes in their places',
    why: 'printed on documents, or for the staff only',
    order: sold({
      SellerComment: 'VIP\nbitte prüfen',
      CustomInvoiceNote: 'Danke für Ihren Einkauf',
      Tags: ['Geschenk', 'eilig'],
    }),
    wanted: {
      amounts: one,
      cart: {
        freitext: 'Danke für Ihren Einkauf',
        internebemerkung: 'VIP\nbitte prüfen\nTags: Geschenk, eilig\nBillbee 300000180937794',
      },
    },
  },
  {
    name: 'a payment with a transaction, paid',
    why: 'stable names, because OpenXE makes a row of its mapping for each',
    order: sold({
      Payments: [{ BillbeeId: 1, TransactionId: 'TX-9', PayDate: '2026-11-20T15:07:30', PayValue: 20 }],
    }),
    wanted: {
      amounts: one,
      cart: {
        zahlungsweise: 'PayPal',
        vorabbezahltmarkieren: '1',
        transaktionsnummer: 'TX-9',
        lieferung: 'DHL Paket',
      },
    },
  },
  {
    name: 'a payment type without a public name, unpaid',
    why: 'unknown numbers pass',
    order: sold({ PaymentMethod: 145, PayedAt: null }),
    wanted: { amounts: one, cart: { zahlungsweise: 'Billbee 145', vorabbezahltmarkieren: '0' } },
  },
  {
    name: 'payment and shipping by tables',
    why: 'the ERP’s own keys, and an order that is not to leave by itself',
    order: sold({ PaymentMethod: 26 }),
    settings: mapping({
      payments: { table: [{ type: 26, method: 'rechnung', autoShip: false, paid: 'never' }] },
      shipping: { table: [{ product: 'DHL Paket', method: 'dhl' }] },
    }),
    wanted: {
      amounts: one,
      cart: { zahlungsweise: 'rechnung', lieferung: 'dhl', autoversand: '0', vorabbezahltmarkieren: '0' },
    },
  },
  {
    name: 'a shop with a project of its own',
    why: 'one Billbee account, several projects',
    order: sold({ LanguageCode: 'EN' }),
    settings: mapping({ shops: { table: [{ shop: 'Gartenladen', project: '3', subShop: 'garten' }] } }),
    wanted: { amounts: one, cart: { projekt: '3', subshop: 'garten', kunde_sprache: 'englisch' } },
  },
  {
    name: 'entered by hand at Billbee',
    why: 'no number, no shop, no payment type',
    order: sold({
      Id: null,
      OrderNumber: null,
      Seller: null,
      PaymentMethod: null,
      ShippingProviderName: null,
      ShippingProviderProductName: null,
    }),
    wanted: {
      amounts: one,
      cart: { onlinebestellnummer: '300000180937794', subshop: '', zahlungsweise: '', lieferung: '' },
    },
  },
];
