/** Shops: which ERPs may use the service, each by a token of its own. */
export { type Shop, type ShopNews, type Shops, shops } from './shops.js';
