import { createCatalogue, message, value } from 'importer-core/messages';

const again = {
  de: 'Korrigieren Sie den Auftrag in Billbee und versuchen Sie ihn dann erneut.',
  en: 'Correct the order in Billbee, then retry it.',
};
const field = { field: value.field };

/** Why OpenXE could not take an order as it is. */
export const openXeMessages = createCatalogue({
  'article-missing': message(field, {
    title: { de: 'Artikelnummer fehlt', en: 'no article number' },
    de: ({ field }) => [`${field} hat keine Artikelnummer.`, again.de],
    en: ({ field }) => [`${field} has no article number.`, again.en],
  }),
  'article-number-unusable': message(
    { ...field, number: value.text },
    {
      title: { de: 'Artikelnummer unbrauchbar', en: 'unusable article number' },
      de: ({ field, number }) => [
        `Die Artikelnummer ${number} (${field}) hat Zeichen, nach denen OpenXE nicht suchen kann.`,
        again.de,
      ],
      en: ({ field, number }) => [
        `The article number ${number} of ${field} has characters that OpenXE cannot look up.`,
        again.en,
      ],
    },
  ),
  'article-numbers-alike': message(
    { ...field, number: value.text, other: value.text },
    {
      title: { de: 'Artikelnummern zu ähnlich', en: 'article numbers too much alike' },
      de: ({ field, number, other }) => [
        `Die Artikelnummern ${number} (${field}) und ${other} sind für die Datenbank von OpenXE dieselbe; beide Positionen bekämen denselben Artikel.`,
        'Geben Sie einem der Artikel in Billbee und im ERP eine andere Nummer und versuchen Sie den Auftrag dann erneut.',
      ],
      en: ({ field, number, other }) => [
        `OpenXE's database takes the article numbers ${number} (${field}) and ${other} for the same; both positions would get one article.`,
        'Give one of the articles another number in Billbee and in the ERP, then retry the order.',
      ],
    },
  ),
  'quantity-unusable': message(
    { ...field, quantity: value.decimal, digits: value.count },
    {
      title: { de: 'Menge unbrauchbar', en: 'unusable quantity' },
      de: ({ digits, field, quantity }) => [
        `${field} hat die Menge ${quantity}; OpenXE nimmt positive mit höchstens ${digits} Nachkommastellen.`,
        again.de,
      ],
      en: ({ digits, field, quantity }) => [
        `${field} has the quantity ${quantity}; OpenXE takes positive ones with up to ${digits} decimals.`,
        again.en,
      ],
    },
  ),
  'tax-class-unknown': message(
    { ...field, rate: value.decimal },
    {
      title: { de: 'Steuersatz passt nicht', en: 'tax rate does not fit' },
      de: ({ field, rate }) => [
        `${field} hat den Steuersatz ${rate} %; das ist keiner der beiden des Auftrags.`,
        again.de,
      ],
      en: ({ field, rate }) => [
        `${field} has the tax rate ${rate} %, which is none of the order's two.`,
        again.en,
      ],
    },
  ),
  'erp-total-differs': message(
    { total: value.amount, expected: value.amount, difference: value.amount, currency: value.text },
    {
      title: { de: 'Summe in OpenXE weicht ab', en: 'total differs in OpenXE' },
      de: ({ currency, difference, expected, total }) => [
        `OpenXE käme auf ${total} ${currency}, in Billbee sind es ${expected} ${currency} (Unterschied ${difference} ${currency}).`,
        'Teilen Sie die Position in Billbee auf und versuchen Sie den Auftrag dann erneut.',
      ],
      en: ({ currency, difference, expected, total }) => [
        `OpenXE would add it up to ${total} ${currency}, but Billbee's total is ${expected} ${currency} (difference ${difference} ${currency}).`,
        'Split the position in Billbee, then retry the order.',
      ],
    },
  ),
});

export const openXeCatalogues = [openXeMessages] as const;
