import { parseJson } from './parse-json.js';

/**
 * Everything about Billbee's webhooks that nobody has confirmed, and nothing else. Billbee publishes the
 * registration's model; what a delivery looks like is inferred: the model, and the test address of Billbee's own
 * C# SDK, are those of Microsoft's ASP.NET WebHooks, which this follows. See docs/webhooks.md.
 */

/** Carries `sha256=` and the hex HMAC-SHA256 of the raw body, the key being the registration's secret. */
export const signatureHeader = 'ms-signature';

/** Query parameter of the request that a registration is tried with; its value is to be answered as plain text. */
const echoParameter = 'echo';

/** Names of the fields that hold a BillBeeOrderId, first the certain one. */
const orderIdFields = [/^billbee_?order_?id$/i, /^order_?id$/i];
const deepest = 12;

/** The token that a registration wants to hear back; undefined when it is no such request. */
export function echoToken(url: URL): string | undefined {
  const token = url.searchParams.get(echoParameter) ?? '';
  return /^[\w.~+/=-]{1,200}$/.test(token) ? token : undefined;
}

/** A new secret of the registration: 64 characters, the most it may have (32 the least). */
export function newWebhookSecret(): string {
  return hex(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * Whether a body carries our secret's signature; compared in constant time.
 *
 * @param signature value of the header {@link signatureHeader}
 */
export async function isSigned(
  secret: string,
  body: Uint8Array<ArrayBuffer>,
  signature: string | null,
): Promise<boolean> {
  const digits = /^\s*sha256=([0-9a-f]{64})\s*$/i.exec(signature ?? '')?.[1];
  if (digits === undefined) return false;
  const given = Uint8Array.from({ length: 32 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  );
  return crypto.subtle.verify('HMAC', await keyOf(secret), given, body);
}

/** What a delivery tells. */
export interface WebhookContent {
  /** Names of the events, e.g. `order.created`; for logs. */
  readonly actions: readonly string[];
  /** BillBeeOrderIds, wherever they stand in the payload; empty when it names none. */
  readonly orderIds: readonly string[];
}

/**
 * Reads what a delivery is about. A body in any other shape is not refused: it names no order, and the next
 * poll finds what has happened.
 *
 * @example readWebhook('{"Notifications":[{"Action":"order.created","BillBeeOrderId":300000180937794}]}')
 */
export function readWebhook(text: string): WebhookContent {
  let content: unknown;
  try {
    content = parseJson(text);
  } catch {
    return { actions: [], orderIds: [] };
  }
  const actions = new Set<string>();
  const found = orderIdFields.map(() => new Set<string>());
  walk(content, (name, value) => {
    if (/^action$/i.test(name) && typeof value === 'string') actions.add(value.slice(0, 60));
    const certainty = orderIdFields.findIndex((field) => field.test(name));
    const id = certainty === -1 ? undefined : idOf(value);
    if (id !== undefined) found[certainty]?.add(id);
  });
  const orderIds = found.find((ids) => ids.size > 0) ?? new Set<string>();
  return { actions: [...actions], orderIds: [...orderIds] };
}

/** Of the event names that Billbee offers, those about orders. Only `order.created` is known by name. */
export function orderFilters(names: readonly string[]): readonly string[] {
  return names.filter((name) => /order|auftrag|bestell/i.test(name));
}

function walk(value: unknown, visit: (name: string, value: unknown) => void, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) visit(name, inner);
    walk(inner, visit, depth + 1);
  }
}

function idOf(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  return /^[1-9]\d{0,19}$/.test(text) ? text : undefined;
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(secret);
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
