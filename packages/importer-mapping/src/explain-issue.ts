import { z } from 'zod';

/** @example dottedPath(['mapping', 'payments', 'table', 0, 'method']) // 'mapping.payments.table[0].method' */
export function dottedPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`,
    )
    .join('');
}

/** The keys an object of the schema may have at a path; none where there is no object. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let inner: unknown = unwrap(schema);
  for (const key of path) {
    if (inner instanceof z.ZodUnion) inner = optionFor(inner, key);
    if (inner instanceof z.ZodObject) inner = unwrap(inner.shape[String(key)] as z.ZodType | undefined);
    else if (inner instanceof z.ZodArray) inner = unwrap(inner.element as z.ZodType);
  }
  if (inner instanceof z.ZodUnion) inner = optionFor(inner, '');
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** The list among a union's forms where the key is a number, else the object. */
function optionFor({ options }: z.ZodUnion, key: PropertyKey): unknown {
  const kind = typeof key === 'number' ? z.ZodArray : z.ZodObject;
  return options.find((option) => option instanceof kind);
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let inner = schema;
  while (inner instanceof z.ZodPrefault || inner instanceof z.ZodDefault || inner instanceof z.ZodOptional) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}
