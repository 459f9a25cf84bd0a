import { createCatalogue, message, value } from 'importer-core/messages';
import { germanExpectations } from './expectations.js';

const again = { de: 'und versuchen Sie den Auftrag dann erneut', en: 'then retry the order' };

/** A value of the order that no row of a table is for. */
const unmapped = (what: { de: string; en: string }, title: { de: string; en: string }) =>
  message(
    { value: value.text, table: value.setting, row: value.text },
    {
      title,
      de: (text) => [
        `Für ${what.de} ${text.value} gibt es keine Zeile in ${text.table}.`,
        `Ergänzen Sie zum Beispiel ${text.row} ${again.de}.`,
      ],
      en: (text) => [
        `There is no row in ${text.table} for ${what.en} ${text.value}.`,
        `Add one such as ${text.row}, ${again.en}.`,
      ],
    },
  );

const addressLacks = (de: string, en: string, title: { de: string; en: string }) =>
  message(
    { field: value.field },
    {
      title,
      de: ({ field }) => [`${field}: ${de} fehlt.`, `Ergänzen Sie das in Billbee ${again.de}.`],
      en: ({ field }) => [`${field}: there is no ${en}.`, `Fill it in in Billbee, ${again.en}.`],
    },
  );

const roles = {
  coupon: { de: 'ein Gutschein', en: 'a coupon' },
  discount: { de: 'ein Rabatt', en: 'a discount' },
  surcharge: { de: 'ein Zuschlag', en: 'a surcharge' },
} as const;

const articleLacks = (title: { de: string; en: string }) =>
  message(
    { field: value.field, role: value.oneOf(roles), amount: value.amount, setting: value.setting },
    {
      title,
      de: ({ amount, field, role, setting }) => [
        `${field} ist ${role} von ${amount} ohne Artikel.`,
        `Setzen Sie ${setting} auf einen Artikel des ERP ${again.de}.`,
      ],
      en: ({ amount, field, role, setting }) => [
        `${field} is ${role} of ${amount} without an article.`,
        `Set ${setting} to an article of the ERP, ${again.en}.`,
      ],
    },
  );

const cases = {
  domestic: { de: 'Inlandslieferung', en: 'domestic supply' },
  'intra-community': { de: 'innergemeinschaftliche Lieferung', en: 'intra-community supply' },
  export: { de: 'Ausfuhrlieferung', en: 'export' },
} as const;

/** Why the merchant's tables hold an order, and what can be wrong with them. */
export const mappingMessages = createCatalogue({
  'payment-unmapped': unmapped(
    { de: 'die Zahlungsart', en: 'the payment type' },
    { de: 'Zahlungsart nicht zugeordnet', en: 'payment type not mapped' },
  ),
  'shipping-unmapped': unmapped(
    { de: 'den Versand', en: 'the shipping' },
    { de: 'Versand nicht zugeordnet', en: 'shipping not mapped' },
  ),
  'shop-unmapped': unmapped(
    { de: 'den Shop', en: 'the shop' },
    { de: 'Shop nicht zugeordnet', en: 'shop not mapped' },
  ),
  'currency-unmapped': message(
    { currency: value.text, home: value.text, table: value.setting },
    {
      title: { de: 'Währung nicht zugeordnet', en: 'currency not mapped' },
      de: ({ currency, home, table }) => [
        `Der Auftrag lautet auf ${currency}; das ist weder die Hauswährung ${home} noch steht es in ${table}.`,
        `Ergänzen Sie dort {"currency":"${currency}"} ${again.de}.`,
      ],
      en: ({ currency, home, table }) => [
        `The order is in ${currency}, which is neither the home currency ${home} nor in ${table}.`,
        `Add {"currency":"${currency}"}, ${again.en}.`,
      ],
    },
  ),
  'article-unidentified': message(
    { field: value.field },
    {
      title: { de: 'Artikel ohne SKU und EAN', en: 'article without SKU and EAN' },
      de: ({ field }, name) => [
        `${field} hat weder SKU noch EAN, über die sich ein Artikel finden ließe (${name('mapping.articles')}).`,
        `Tragen Sie die SKU in Billbee ein oder setzen Sie ${name('mapping.articles.fallback')}, ${again.de}.`,
      ],
      en: ({ field }, name) => [
        `${field} has neither SKU nor EAN that ${name('mapping.articles')} could find an article by.`,
        `Fill in the SKU in Billbee, or set ${name('mapping.articles.fallback')}, ${again.en}.`,
      ],
    },
  ),
  'coupon-article-missing': articleLacks({ de: 'Gutschein ohne Artikel', en: 'coupon without an article' }),
  'discount-article-missing': articleLacks({ de: 'Rabatt ohne Artikel', en: 'discount without an article' }),
  'shipping-article-missing': message(
    { amount: value.amount, rate: value.optional(value.decimal) },
    {
      title: { de: 'Versandartikel fehlt', en: 'no article for shipping' },
      de: ({ amount, rate }, name) => [
        `Die Versandkosten von ${amount}${rate && `, versteuert mit ${rate} %,`} kann das ERP nur als Position buchen, und dafür ist kein Artikel eingestellt.`,
        `Tragen Sie ihn unter ${name('mapping.shippingCost.article')} ein ${again.de}.`,
      ],
      en: ({ amount, rate }, name) => [
        `The ERP can book the shipping cost of ${amount}${rate && `, taxed at ${rate} %,`} only as a position, and no article is set for it.`,
        `Set ${name('mapping.shippingCost.article')} to one, ${again.en}.`,
      ],
    },
  ),
  'address-missing': message(
    {},
    {
      title: { de: 'Adresse fehlt', en: 'no address' },
      de: () => [
        'Der Auftrag hat weder Rechnungs- noch Lieferadresse.',
        `Ergänzen Sie sie in Billbee ${again.de}.`,
      ],
      en: () => [
        'The order has neither a billing nor a delivery address.',
        `Fill it in in Billbee, ${again.en}.`,
      ],
    },
  ),
  'address-name-missing': addressLacks('der Name', 'name', { de: 'Name fehlt', en: 'no name' }),
  'address-country-missing': addressLacks('das Land', 'country', { de: 'Land fehlt', en: 'no country' }),
  'tax-case-unmapped': message(
    {
      case: value.text,
      mode: value.count,
      /** Country the goods leave from, where that decides. */
      from: value.optional(value.text),
      country: value.text,
      row: value.text,
    },
    {
      title: { de: 'Steuerfall nicht zugeordnet', en: 'tax case not mapped' },
      de: (text, name) => [
        `Der Steuerfall ist ${text.case} (VatMode ${text.mode}${text.from && `, Versand aus ${text.from}`}, Lieferung nach ${text.country}), und nichts sagt, wie das ERP ihn buchen soll.`,
        `Ergänzen Sie ${text.row} in ${name('mapping.tax.cases')} ${again.de}.`,
      ],
      en: (text, name) => [
        `The tax case is ${text.case} (VatMode ${text.mode}${text.from && `, from ${text.from}`} to ${text.country}), and nothing says how the ERP is to book it.`,
        `Add ${text.row} to ${name('mapping.tax.cases')}, ${again.en}.`,
      ],
    },
  ),
  'tax-case-contradiction': message(
    { mode: value.count, case: value.oneOf(cases), country: value.text },
    {
      title: { de: 'Steuerfall passt nicht zum Land', en: 'tax case against country' },
      de: (text) => [
        `Der Steuerfall ${text.mode} (${text.case}) passt nicht zu Ware, die nach ${text.country} geht.`,
        `Korrigieren Sie Steuerfall oder Land in Billbee ${again.de}.`,
      ],
      en: (text) => [
        `VatMode ${text.mode} (${text.case}) does not go with goods that are sent to ${text.country}.`,
        `Correct VAT mode or country in Billbee, ${again.en}.`,
      ],
    },
  ),
  'oss-rates-contradiction': message(
    { country: value.text },
    {
      title: { de: 'OSS-Land mit Inlandssteuer', en: 'OSS country at home rates' },
      de: ({ country }, name) => [
        `${name('mapping.tax.oss')} hat Steuersätze für ${country}, der Auftrag ist aber mit denen des Inlands besteuert.`,
        `Korrigieren Sie den Steuersatz in Billbee oder nehmen Sie das Land aus der Tabelle, ${again.de}.`,
      ],
      en: ({ country }, name) => [
        `${name('mapping.tax.oss')} has rates for ${country}, but this order is taxed with the home country's.`,
        `Correct the rate in Billbee, or take the country out of the table, ${again.en}.`,
      ],
    },
  ),
  'vat-id-missing': message(
    { country: value.text },
    {
      title: { de: 'USt-IdNr. fehlt', en: 'no VAT id' },
      de: ({ country }, name) => [
        `Für eine innergemeinschaftliche Lieferung nach ${country} fehlt die USt-IdNr. des Kunden.`,
        `Tragen Sie sie in Billbee ein ${again.de}, oder setzen Sie ${name('mapping.tax.requireVatId')} auf false.`,
      ],
      en: ({ country }, name) => [
        `An intra-community supply to ${country} needs the customer's VAT id.`,
        `Fill it in in Billbee, ${again.en}, or set ${name('mapping.tax.requireVatId')} to false.`,
      ],
    },
  ),
  'vat-id-unusable': message(
    {
      country: value.text,
      what: value.oneOf({
        form: { de: 'hat nicht die Form einer solchen', en: 'does not have the form of one' },
        'not-eu': { de: 'gehört zu einem Land außerhalb der EU', en: 'is one of a country outside the EU' },
        home: { de: 'gehört zum Inland', en: 'is one of the home country' },
      }),
    },
    {
      title: { de: 'USt-IdNr. unbrauchbar', en: 'unusable VAT id' },
      de: ({ country, what }) => [
        `Eine innergemeinschaftliche Lieferung nach ${country} braucht die USt-IdNr. eines anderen EU-Lands; die des Kunden ${what}.`,
        `Korrigieren Sie sie oder den Steuerfall in Billbee ${again.de}.`,
      ],
      en: ({ country, what }) => [
        `An intra-community supply to ${country} needs a VAT id of another EU country, and the customer's ${what}.`,
        `Correct it or the VAT mode in Billbee, ${again.en}.`,
      ],
    },
  ),
  'oss-country-unmapped': message(
    { country: value.text, rates: value.text },
    {
      title: { de: 'OSS-Land nicht zugeordnet', en: 'OSS country not mapped' },
      de: ({ country, rates }, name) => [
        `Ware nach ${country} ist mit ${rates} besteuert; das sind nicht die Sätze des Inlands, und ${name('mapping.tax.oss')} hat keine Zeile für ${country}.`,
        `Ergänzen Sie dort die Sätze ${again.de}.`,
      ],
      en: ({ country, rates }, name) => [
        `Goods to ${country} are taxed with ${rates}, which are not the home country's rates, and ${name('mapping.tax.oss')} has no row for ${country}.`,
        `Add its rates, ${again.en}.`,
      ],
    },
  ),
  'tax-rate-unmapped': message(
    { rate: value.decimal, table: value.setting, country: value.optional(value.text) },
    {
      title: { de: 'Steuersatz nicht zugeordnet', en: 'tax rate not mapped' },
      de: ({ country, rate, table }) => [
        `Der Steuersatz ${rate} % gehört nicht zu denen in ${table}${country && ` (${country})`}, oder er steht neben einem anderen derselben Art.`,
        `Korrigieren Sie ihn in Billbee oder ergänzen Sie ihn dort, ${again.de}.`,
      ],
      en: ({ country, rate, table }) => [
        `The rate ${rate} % is not among the rates of ${table}${country && ` (${country})`}, or stands beside another of the same class.`,
        `Correct the rate in Billbee or add it there, ${again.en}.`,
      ],
    },
  ),
  'mapping-unknown-key': message(
    { path: value.setting, known: value.text },
    {
      de: ({ known, path }) => [`„${path}“ ist nicht bekannt.`, `Möglich sind dort: ${known}.`],
      en: ({ known, path }) => [`"${path}" is not known; possible there: ${known}.`, 'Correct the key.'],
    },
  ),
  'mapping-invalid': message(
    {
      path: value.setting,
      /** As it stands in the file; absent: it is missing. */
      found: value.optional(value.text),
      expected: value.schema(germanExpectations),
    },
    {
      de: ({ expected, found, path }) => [
        `„${path}“ ${found ? `ist ${found}` : 'fehlt'}.`,
        `Erwartet wird: ${expected}.`,
      ],
      en: ({ expected, found, path }) => `"${path}" is ${found || 'missing'}; expected ${expected}.`,
    },
  ),
  'mapping-key-wrong': message(
    { path: value.setting, detail: value.schema(germanExpectations) },
    {
      de: ({ detail, path }) => `„${path}“ passt nicht: ${detail}.`,
      en: ({ detail, path }) => `"${path}" ${detail}.`,
    },
  ),
  'mapping-row-dead': message(
    { row: value.setting, before: value.setting },
    {
      de: ({ before, row }) => [
        `„${row}“ gilt nie: über alles, worauf es passt, entscheidet schon „${before}“.`,
        'Entfernen Sie eine der beiden Zeilen, oder stellen Sie die speziellere voran.',
      ],
      en: ({ before, row }) => [
        `"${row}" never applies: "${before}" already decides about everything it fits.`,
        'Remove one of them, or put the more special one first.',
      ],
    },
  ),
});
