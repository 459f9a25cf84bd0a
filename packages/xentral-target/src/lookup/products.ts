import type { ResolvedArticle } from 'importer-mapping';
import { type Product, product, rowsOf } from '../api/answers.js';
import { pageSize } from '../api/query.js';
import type { XentralApi } from '../api/xentral-api.js';
import { xentralOrderMessages } from '../messages/index.js';

/** Filter key of each way to look for a product. Source: `Xentral API: GET /api/v1/products`. */
const filterKeys = {
  number: 'number',
  ean: 'ean',
  supplierNumber: 'manufacturerNumber',
  fallback: 'number',
} as const;

const numbersPerCall = 20;

/** Products by number, EAN or supplier's number; what was found is not asked for again until {@link forget}. */
export class Products {
  readonly #api: XentralApi;
  readonly #path: string;
  readonly #found = new Map<string, readonly Product[]>();

  constructor(api: XentralApi, path: string) {
    this.#api = api;
    this.#path = path;
  }

  /** Forgets everything: products are created, locked and unlocked while the service runs. */
  forget(): void {
    this.#found.clear();
  }

  /** Looks many numbers up at once, 20 a call. */
  async prefetch(numbers: readonly string[], signal?: AbortSignal): Promise<void> {
    const wanted = [...new Set(numbers)].filter((number) => !this.#found.has(`number:${number}`));
    for (let start = 0; start < wanted.length; start += numbersPerCall) {
      const some = wanted.slice(start, start + numbersPerCall);
      const answer = await this.#api.list(
        this.#path,
        { filters: [{ key: 'number', op: 'in', value: some }], orderBy: 'id' },
        signal,
      );
      const { rows } = rowsOf(answer, product, this.#path);
      // A full page may have left some out: those are asked for one by one.
      if (rows.length >= pageSize) continue;
      for (const number of some) {
        this.#found.set(
          `number:${number}`,
          rows.filter((row) => row.number === number),
        );
      }
    }
  }

  /**
   * The id of an article's product: the first way that finds one decides; among several, those that are not locked, and
   * of these the project's.
   *
   * @throws HoldError `article-unknown`, `article-locked` or `article-ambiguous`
   */
  async idOf(
    article: ResolvedArticle,
    projectId: string,
    field: string,
    signal?: AbortSignal,
  ): Promise<string> {
    for (const { by, value } of article.candidates) {
      const products = await this.#find(filterKeys[by], value, signal);
      if (products.length === 0) continue;
      const unlocked = products.filter(({ isDisabled }) => !isDisabled);
      const ofProject = unlocked.filter((one) => one.project?.id === projectId);
      const [only, another] = ofProject.length > 0 ? ofProject : unlocked;
      if (only !== undefined && another === undefined) return only.id;
      const values = {
        by: by === 'fallback' ? 'number' : by,
        wanted: JSON.stringify(value),
        ids: (only ? unlocked : products).map(({ id }) => id),
      } as const;
      throw xentralOrderMessages.hold(only ? 'article-ambiguous' : 'article-locked', values, { field });
    }
    const tried = article.candidates.map(({ by, value }) => `${by} ${JSON.stringify(value)}`);
    throw xentralOrderMessages.hold('article-unknown', { field, tried }, { field });
  }

  async #find(key: string, value: string, signal?: AbortSignal): Promise<readonly Product[]> {
    const known = this.#found.get(`${key}:${value}`);
    if (known) return known;
    const answer = await this.#api.list(
      this.#path,
      { filters: [{ key, op: 'equals', value }], orderBy: 'id' },
      signal,
    );
    const { rows } = rowsOf(answer, product, this.#path);
    const exact = rows.filter((row) =>
      key === 'number' ? row.number === value : key === 'ean' ? row.ean === value : true,
    );
    this.#found.set(`${key}:${value}`, exact);
    return exact;
  }
}
