import { ARTICLES, type SandboxArticle } from '../seed/articles.js';

const FIRST_QUANTITY = 100;

/** The stock places of the account; Billbee API: GET /products/stocks. */
export const STOCK_PLACES = [
  { Id: 300000000000901, Name: 'Standard', Description: 'Hauptlager', IsDefault: true },
  { Id: 300000000000902, Name: 'Außenlager', Description: '', IsDefault: false },
] as const;

/** How an article is named in a call. */
export interface ArticleLookup {
  readonly Sku?: unknown;
  readonly BillbeeId?: unknown;
}

/** Stock of every article in every place. */
export class Stock {
  readonly #quantities = new Map<string, number>();

  /** Finds an article by SKU, else by Billbee's id. */
  article(lookup: ArticleLookup): SandboxArticle | undefined {
    const { Sku, BillbeeId } = lookup;
    if (typeof Sku === 'string' && Sku !== '') return ARTICLES.find((article) => article.sku === Sku);
    return ARTICLES.find((article) => String(article.id) === String(BillbeeId));
  }

  /** Units on stock; without a place, in the default one. */
  quantity(article: SandboxArticle, place: number = STOCK_PLACES[0].Id): number {
    return this.#quantities.get(`${article.id} ${place}`) ?? FIRST_QUANTITY;
  }

  /** Sets the absolute quantity and returns the one before. */
  set(article: SandboxArticle, quantity: number, place: number = STOCK_PLACES[0].Id): number {
    const before = this.quantity(article, place);
    this.#quantities.set(`${article.id} ${place}`, quantity);
    return before;
  }
}
