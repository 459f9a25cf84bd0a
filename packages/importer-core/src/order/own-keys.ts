/** Deeper than anything the order schema looks into. */
const DEEPEST = 8;
/** Members whose inside the order schema looks into; there are many more in a payload. */
const LOOKED_INTO = [
  ...['OrderItems', 'Product', 'Attributes', 'InvoiceAddress', 'ShippingAddress'],
  ...['Seller', 'Buyer', 'Customer', 'Comments', 'Payments', 'Tags'],
];

/**
 * The same value with nothing inherited: an object that got another prototype, for instance through a `__proto__`
 * key, is replaced by a copy of its own keys. Plain payloads come back as they are, not copied.
 */
export function withOwnKeysOnly(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let index = 0; index < value.length; index += 1) {
      const element: unknown = value[index];
      const own = withOwnKeysOnly(element, depth + 1);
      if (own === element) continue;
      copy ??= value.slice();
      copy[index] = own;
    }
    return copy ?? value;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  const source = value as Record<string, unknown>;
  let copy = prototype === Object.prototype || prototype === null ? undefined : copyOf(source);
  for (const key of LOOKED_INTO) {
    const member = Object.hasOwn(source, key) ? source[key] : undefined;
    if (typeof member !== 'object' || member === null) continue;
    const own = withOwnKeysOnly(member, depth + 1);
    if (own === member) continue;
    copy ??= copyOf(source);
    Object.defineProperty(copy, key, { value: own, writable: true, enumerable: true, configurable: true });
  }
  return copy ?? value;
}

/** Own keys only, on an object that inherits nothing. */
function copyOf(source: Record<string, unknown>): Record<string, unknown> {
  return Object.assign(Object.create(null), { ...source });
}
