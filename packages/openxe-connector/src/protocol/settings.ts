import { z } from 'zod';

const field = (most: number) => z.string().max(most).default('');

/** The fields of the shop's form that the PHP file passes on, as they were typed. Its token and address are not among them. */
export const settingsFields = z.object({
  bbUser: field(254),
  bbApiPassword: field(500),
  bbApiKey: field(500),
  bbStatusOpen: field(200),
  bbStatusInProgress: field(20),
  bbStatusShipped: field(20),
  bbStatusCancelled: field(20),
  bbStatusPaid: field(20),
  bbStartDate: field(20),
  bbMaxOrders: field(10),
  bbChanges: field(20),
  bbDiscountArticle: field(255),
  bbShippingArticle: field(255),
  bbFallbackArticle: field(255),
  bbCarriers: field(5000),
  bbStockId: field(30),
  bbMapping: field(100_000),
});

export type SettingsFields = z.output<typeof settingsFields>;

/** What the fields are called in the form, for messages. */
export const fieldLabels: Readonly<Record<keyof SettingsFields, string>> = {
  bbUser: 'Billbee-Benutzer',
  bbApiPassword: 'Billbee-API-Passwort',
  bbApiKey: 'Billbee-Entwicklerschlüssel',
  bbStatusOpen: "'Offen' Status ID",
  bbStatusInProgress: "'In Bearbeitung' Status ID",
  bbStatusShipped: "'Versendet' Status ID",
  bbStatusCancelled: "'Storniert' Status ID",
  bbStatusPaid: "'Bezahlt' Status ID",
  bbStartDate: 'Startdatum',
  bbMaxOrders: 'Aufträge pro Abruf',
  bbChanges: 'Nachträgliche Änderungen',
  bbDiscountArticle: 'Rabattartikel',
  bbShippingArticle: 'Versandartikel',
  bbFallbackArticle: 'Ersatzartikel',
  bbCarriers: 'Zusteller',
  bbStockId: 'Billbee-Lager',
  bbMapping: 'Zuordnungen',
};
