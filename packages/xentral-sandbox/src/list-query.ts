/** A condition of a list query. */
export interface Condition {
  readonly key: string;
  readonly op: string;
  readonly values: readonly string[];
}

export interface ListQuery {
  readonly conditions: readonly Condition[];
  readonly page: number;
  readonly size: number;
}

/**
 * Reads Xentral's deep-object notation.
 *
 * @throws Error with what Xentral would refuse
 */
export function readListQuery(query: URLSearchParams, keys: readonly string[]): ListQuery {
  const found = new Map<string, { key?: string; op?: string; values: string[] }>();
  for (const [name, value] of query) {
    const parts = /^filter\[(\d+)\]\[(key|op|value)\](?:\[(\d+)\])?$/.exec(name);
    if (!parts) continue;
    const [, index = '', part] = parts;
    const condition = found.get(index) ?? { values: [] };
    if (part === 'value') condition.values.push(value);
    else if (part === 'key') condition.key = value;
    else condition.op = value;
    found.set(index, condition);
  }
  const conditions = [...found.values()].map(({ key = '', op = '', values }) => {
    if (!keys.includes(key)) throw new Error(`filter.key: "${key}" is not allowed.`);
    if (!['equals', 'in', 'greaterThan'].includes(op)) throw new Error(`filter.op: "${op}" is not allowed.`);
    return { key, op, values };
  });
  const page = Number(query.get('page[number]') ?? '1');
  const size = Number(query.get('page[size]') ?? '10');
  if (!Number.isInteger(page) || page < 1) throw new Error('page.number: must be at least 1.');
  if (!Number.isInteger(size) || size < 10 || size > 50) throw new Error('page.size: must be from 10 to 50.');
  return { conditions, page, size };
}

/** One page of the rows that fit, by id, and the envelope around it. */
export function answerList<T extends { readonly id: string }>(
  rows: readonly T[],
  { conditions, page, size }: ListQuery,
  fieldOf: (row: T, key: string) => string,
  show: (row: T) => unknown,
): unknown {
  const fitting = rows
    .filter((row) =>
      conditions.every(({ key, op, values }) => {
        const value = fieldOf(row, key);
        return op === 'greaterThan' ? Number(value) > Number(values[0]) : values.includes(value);
      }),
    )
    .sort((a, b) => Number(a.id) - Number(b.id));
  return {
    data: fitting.slice((page - 1) * size, page * size).map(show),
    extra: { totalCount: fitting.length, page: { number: page, size } },
  };
}
