/** One condition of a list, e.g. `externalOrderId equals 123`. */
export interface Filter {
  readonly key: string;
  readonly op: 'equals' | 'in' | 'greaterThan';
  readonly value: string | readonly string[];
}

export interface ListQuery {
  readonly filters?: readonly Filter[];
  readonly orderBy?: string;
  /** 1-based. */
  readonly page?: number;
}

/** The largest page Xentral gives. Source: `Xentral API: page[size]`, 10 to 50. */
export const pageSize = 50;

/**
 * A list's query in Xentral's deep-object notation.
 *
 * @example listQuery({ filters: [{ key: 'number', op: 'equals', value: 'A-1' }] })
 * // 'filter[0][key]=number&filter[0][op]=equals&filter[0][value]=A-1&page[number]=1&page[size]=50', encoded
 */
export function listQuery({ filters = [], orderBy, page = 1 }: ListQuery): string {
  const query = new URLSearchParams();
  for (const [index, { key, op, value }] of filters.entries()) {
    query.set(`filter[${index}][key]`, key);
    query.set(`filter[${index}][op]`, op);
    if (typeof value === 'string') query.set(`filter[${index}][value]`, value);
    else for (const [at, one] of value.entries()) query.set(`filter[${index}][value][${at}]`, one);
  }
  if (orderBy !== undefined) {
    query.set('order[0][field]', orderBy);
    query.set('order[0][dir]', 'asc');
  }
  query.set('page[number]', String(page));
  query.set('page[size]', String(pageSize));
  return query.toString();
}
