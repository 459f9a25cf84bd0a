import { createCatalogue, message, value } from 'importer-core/messages';

/** What can be wrong with the shops of ERPs. */
export const shopMessages = createCatalogue({
  'shop-unknown': message(
    { shop: value.text, store: value.text },
    {
      de: ({ shop, store }, name) => [
        `In ${store} gibt es keinen Shop ${shop}.`,
        `Die Liste der Shops (${name('shops.list')}) zeigt, welche es gibt.`,
      ],
      en: ({ shop, store }, name) => [
        `There is no shop ${shop} in ${store}.`,
        `The list of shops (${name('shops.list')}) shows those that are.`,
      ],
    },
  ),
  'shop-name-invalid': message(
    { shop: value.text },
    {
      de: ({ shop }) =>
        `${shop} ist kein Name für einen Shop: bis zu 40 Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel hauptshop.`,
      en: ({ shop }) =>
        `${shop} is no name for a shop: up to 40 lower-case letters, digits and hyphens, e.g. main-shop.`,
    },
  ),
  'shop-exists': message(
    { shop: value.text },
    {
      de: ({ shop }, name) => [
        `Den Shop ${shop} gibt es schon.`,
        `Ein neues Token bekommt er mit ${name('shops.rotateToken')}.`,
      ],
      en: ({ shop }, name) => [
        `The shop ${shop} is there already.`,
        `It gets a new token with ${name('shops.rotateToken')}.`,
      ],
    },
  ),
});
