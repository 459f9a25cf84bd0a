const NAMED_SEGMENTS: Readonly<Record<string, string>> = {
  findbyextref: '{extRef}',
};

/**
 * The operation a call belongs to: ids replaced by their names, so that the limit per endpoint counts
 * `GET /orders/1` and `GET /orders/2` together.
 *
 * @param path below `/api/v1`
 * @example endpointOf('GET', '/orders/300000180937794') // 'GET /orders/{id}'
 */
export function endpointOf(method: string, path: string): string {
  const segments = path.toLowerCase().split('/');
  const named = segments.map((segment, index) => {
    const before = segments[index - 1] ?? '';
    const name = NAMED_SEGMENTS[before];
    if (name) return name;
    if (before === 'webhooks' && segment !== 'filters') return '{id}';
    return /^\d+$/.test(segment) ? '{id}' : segment;
  });
  return `${method} ${named.join('/')}`;
}
