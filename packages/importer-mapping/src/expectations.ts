/** German of what the tables' schemas say (their `error`s); the English stands where the value is checked. */
export const germanExpectations: Readonly<Record<string, string>> = {
  'a text such as "paypal"': 'ein Text wie „paypal“',
  'a text that is not empty': 'ein Text, der nicht leer ist',
  'a country code such as "DE"': 'ein Ländercode wie „DE“',
  'a country code of two capital letters such as "DE"': 'ein Ländercode aus zwei Großbuchstaben wie „DE“',
  'a country code such as "DE", or a list such as ["DE","AT"]':
    'ein Ländercode wie „DE“ oder eine Liste wie ["DE","AT"]',
  'a tax rate in percent such as 19': 'ein Steuersatz in Prozent wie 19',
  'a tax rate in percent from 0 to 100 such as 19 or "5.5"':
    'ein Steuersatz in Prozent von 0 bis 100 wie 19 oder "5.5"',
  'a tax rate such as 19, or a list such as [19,16]': 'ein Steuersatz wie 19 oder eine Liste wie [19,16]',
  'a day such as "2026-01-01"': 'ein Tag wie "2026-01-01"',
  'a currency such as "CHF"': 'eine Währung wie „CHF“',
  'a currency of three capital letters such as "CHF"': 'eine Währung aus drei Großbuchstaben wie „CHF“',
  'a decimal number in quotes such as "0.9512"': 'eine Dezimalzahl in Anführungszeichen wie "0.9512"',
  'an id of digits': 'eine ID aus Ziffern',
  'a number above 0 such as 2': 'eine Zahl über 0 wie 2',
  'two lower-case letters such as "de"': 'zwei Kleinbuchstaben wie „de“',
  'a payment type of Billbee: its number such as 3, or its name such as "PayPal"':
    'eine Zahlungsart von Billbee: ihre Nummer wie 3 oder ihr Name wie „PayPal“',
  'is no payment type of Billbee: give its number, e.g. 3 for PayPal':
    'ist keine Zahlungsart von Billbee; deren Nummer gehört hierher, z. B. 3 für PayPal',
  'names neither "sku" nor "ean"': 'nennt weder „sku“ noch „ean“',
  'names neither "sku" nor "title"': 'nennt weder „sku“ noch „title“',
  'names neither "shop" nor "platform"; what is for every shop goes into "default"':
    'nennt weder „shop“ noch „platform“; was für jeden Shop gilt, gehört in „default“',
  'still holds the placeholder … of "mapping check": fill it in':
    'enthält noch den Platzhalter … von „mapping check“; bitte ausfüllen',
  'is missing: shipping cost as a line needs an article of the ERP, e.g. "VERSAND"':
    'fehlt: Versandkosten als Position brauchen einen Artikel des ERP, z. B. „VERSAND“',
  'is missing: this home country needs its rates, e.g. {"normal":21,"reduced":[9]}':
    'fehlt: dieses Heimatland braucht seine Sätze, z. B. {"normal":21,"reduced":[9]}',
};
