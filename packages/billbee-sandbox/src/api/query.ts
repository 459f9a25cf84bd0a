import { parseWallTime } from '../naive-time.js';

/** A query parameter that cannot be read; answered with status 400. */
export class QueryError extends Error {}

const MAX_PAGE_SIZE = 250;

/** A query string read the way Billbee's server does: names in any case, lists in every known notation. */
export class Query {
  readonly #values = new Map<string, string[]>();

  constructor(
    search: string,
    private readonly zone: string,
  ) {
    for (const [name, value] of new URLSearchParams(search)) {
      const key = name.replace(/\[\d*\]$/, '').toLowerCase();
      this.#values.set(key, [...(this.#values.get(key) ?? []), value]);
    }
  }

  /** All values of a list: `name=1&name=2`, `name[]=1`, `name[0]=1`. */
  list(name: string): string[] {
    return (this.#values.get(name.toLowerCase()) ?? []).filter((value) => value !== '');
  }

  text(name: string): string | undefined {
    return this.list(name).at(-1);
  }

  /** @throws QueryError when the value is no integer */
  integer(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!/^-?\d{1,16}$/.test(value)) throw new QueryError(`${name} is not a number.`);
    return Number(value);
  }

  /** @throws QueryError when a value is no integer */
  integers(name: string): number[] {
    return this.list(name).map((value) => {
      if (!/^-?\d{1,16}$/.test(value)) throw new QueryError(`${name} is not a list of numbers.`);
      return Number(value);
    });
  }

  flag(name: string): boolean {
    return this.text(name)?.toLowerCase() === 'true';
  }

  /** Wall time in the sandbox's zone. @throws QueryError when the value is no date */
  date(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const wall = parseWallTime(value, this.zone);
    if (wall === undefined) throw new QueryError(`${name} is not a date.`);
    return wall;
  }

  /**
   * Page from 1 and page size from 1 to 250 (larger ones are cut to 250: what Billbee does is not known).
   *
   * @throws QueryError when a value is out of range
   */
  paging(): { page: number; pageSize: number } {
    const at = { page: this.integer('page') ?? 1, pageSize: this.integer('pageSize') ?? 50 };
    if (at.page < 1) throw new QueryError('page starts with 1.');
    if (at.pageSize < 1) throw new QueryError('pageSize starts with 1.');
    return { page: at.page, pageSize: Math.min(at.pageSize, MAX_PAGE_SIZE) };
  }
}
