/**
 * What a refusal says, as far as it can be read: title and messages of a problem document, or nothing.
 *
 * Source: `Xentral API: Problem` (RFC 9457), told apart by its `type`; a 401 carries HTML.
 */
export function problemWords(body: string): string {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return '';
  }
  if (typeof json !== 'object' || json === null) return '';
  const { title, message, messages, violations, items } = json as Record<string, unknown>;
  const parts = [title, message, ...leaves(messages), ...leaves(violations), ...leaves(items)];
  const words = parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '');
  return words.join('; ').slice(0, 600);
}

/** Every text in a value with the path that leads to it: `positions.0.product.id: Unknown.` */
function leaves(value: unknown, path = '', depth = 0): string[] {
  if (typeof value === 'string') return [path === '' ? value : `${path}: ${value}`];
  if (typeof value !== 'object' || value === null || depth > 8) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isMessageList = Array.isArray(value) && typeof inner === 'string';
    return leaves(inner, isMessageList ? path : path === '' ? key : `${path}.${key}`, depth + 1);
  });
}
