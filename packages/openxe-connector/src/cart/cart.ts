import { z } from 'zod';

/** Tax class of OpenXE. */
export const taxClass = z.enum(['normal', 'ermaessigt', 'befreit']);

/** A decimal number as text, with a point. */
const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/);

/** One position (`articlelist`). Prices are net per piece: OpenXE would divide a gross price by a rate of its own. */
export const cartLine = z.object({
  articleid: z
    .string()
    .min(1)
    .max(255)
    .describe('Article number; never empty, or OpenXE books another article'),
  name: z.string(),
  quantity: decimal,
  price_netto: decimal.describe('Net per piece, eight digits'),
  umsatzsteuer: taxClass,
  steuersatz: decimal.describe('Percent'),
  rabatt: z.literal(0),
  options: z.string(),
  webid: z.string().describe('Id of the position in Billbee'),
  ean: z.string(),
  posid: z.string().optional(),
  parentid: z.string().optional(),
  lagerartikel: z.literal(0).optional().describe('Set for lines that are no goods'),
});

/**
 * An order as OpenXE's shop import reads it (`warenkorb`). Keys that OpenXE reads without asking whether they are there
 * are always sent, empty where there is nothing to say: a missing one is a PHP warning.
 */
export const cart = z.object({
  auftrag: z.string().describe('BillBeeOrderId'),
  onlinebestellnummer: z.string(),
  zeitstempel: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  bestelldatum: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  lieferdatum: z.literal(''),
  bestellnummer: z.literal(''),
  ihrebestellnummer: z.literal(''),
  subshop: z.string(),
  projekt: z.string(),
  transaktionsnummer: z.string(),
  waehrung: z.string(),
  zahlungsweise: z.string(),
  vorabbezahltmarkieren: z.enum(['0', '1']),
  autoversand: z.literal('0').optional(),
  lieferung: z.string(),
  gesamtsumme: decimal,
  versandkostennetto: decimal.describe('Net; always sent, because OpenXE prefers it to the gross value'),
  versandkostenbrutto: z.literal('0'),
  steuerfrei: z.enum(['0', '1']),
  ust_befreit: z.enum(['0', '1', '2', '3']),
  steuersatz_normal: decimal.optional(),
  steuersatz_ermaessigt: decimal.optional(),
  kundengruppe: z.string(),
  kundennummer: z.literal(''),
  kunde_sprache: z.string(),
  anrede: z.enum(['firma', '']),
  titel: z.literal(''),
  name: z.string().min(1),
  ansprechpartner: z.string(),
  abteilung: z.string(),
  unterabteilung: z.literal(''),
  adresszusatz: z.string(),
  strasse: z.string(),
  plz: z.string(),
  ort: z.string(),
  land: z.string(),
  bundesstaat: z.string(),
  email: z.string(),
  telefon: z.string(),
  telefax: z.literal(''),
  mobil: z.literal(''),
  ustid: z.string(),
  abweichendelieferadresse: z.enum(['0', '1']),
  lieferadresse_name: z.string(),
  lieferadresse_ansprechpartner: z.string(),
  lieferadresse_abteilung: z.string(),
  lieferadresse_unterabteilung: z.literal(''),
  lieferadresse_adresszusatz: z.string(),
  lieferadresse_strasse: z.string(),
  lieferadresse_plz: z.string(),
  lieferadresse_ort: z.string(),
  lieferadresse_land: z.string(),
  lieferadresse_titel: z.literal(''),
  lieferadresse_email: z.string(),
  lieferadresse_bundesstaat: z.string(),
  lieferadresse_ustid: z.string(),
  lieferland: z.string(),
  lieferbundesstaat: z.string(),
  packstation_inhaber: z.literal(''),
  packstation_nummer: z.literal(''),
  packstation_postidentnummer: z.literal(''),
  packstation_plz: z.literal(''),
  packstation_ort: z.literal(''),
  kontoinhaber: z.literal(''),
  bank: z.literal(''),
  blz: z.literal(''),
  kontonummer: z.literal(''),
  affiliate_ref: z.literal(''),
  kennen: z.literal(''),
  aktion: z.literal(''),
  bodyzusatz: z.literal(''),
  freitext: z.string(),
  internebemerkung: z.string(),
  articlelist: z.array(cartLine),
});

export type Cart = z.infer<typeof cart>;
export type CartLine = z.infer<typeof cartLine>;
export type CartTaxClass = z.infer<typeof taxClass>;
