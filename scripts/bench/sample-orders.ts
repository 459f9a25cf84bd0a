import { createSandbox } from 'billbee-sandbox';
import type { OrderSource } from 'importer-core';
import { mapOrder, parseOrder } from 'importer-core/order';

const pageSize = 250;

/** One full page as the sandbox sends it. */
export async function pageText(): Promise<string> {
  const sandbox = createSandbox({ orders: pageSize, rateLimit: false });
  const { username, apiPassword, apiKey } = sandbox.credentials;
  const answer = await sandbox.fetch(`http://sandbox/api/v1/orders?pageSize=${pageSize}`, {
    headers: { Authorization: `Basic ${btoa(`${username}:${apiPassword}`)}`, 'X-Billbee-Api-Key': apiKey },
  });
  const text = await answer.text();
  await sandbox.close();
  if (!answer.ok) throw new Error(`The sandbox answered HTTP ${answer.status}`);
  return text;
}

/** The orders of a page, and those of them that are delivered; the rest is held. */
export function ordersOf(text: string): {
  readonly raw: Record<string, unknown>[];
  readonly sound: Record<string, unknown>[];
} {
  const raw = (JSON.parse(text) as { Data: Record<string, unknown>[] }).Data;
  return { raw, sound: raw.filter(isSound) };
}

/** `count` orders made of a few sound ones under ids of their own, all in status 3. */
export function repeated(sound: readonly Record<string, unknown>[], count: number): OrderSource {
  const texts = sound.map((order) => JSON.stringify(order));
  const usage = { calls: 0, retries: 0 };
  return {
    usage,
    async readOrderPage({ page }) {
      usage.calls += 1;
      const first = (page - 1) * pageSize;
      const rows = Math.max(0, Math.min(pageSize, count - first));
      const orders = Array.from({ length: rows }, (_, index) => ({
        ...JSON.parse(texts[(first + index) % texts.length] ?? '{}'),
        BillBeeOrderId: 300_000_000_000_000 + first + index,
        State: 3,
        LastModifiedAt: '2026-01-01T00:00:00',
      }));
      return {
        page,
        totalPages: Math.ceil(count / pageSize),
        totalRows: count,
        orders,
        serverTime: undefined,
      };
    },
    async readOrder() {
      return undefined;
    },
  };
}

function isSound(order: unknown): boolean {
  try {
    mapOrder(parseOrder(order).order);
    return true;
  } catch {
    return false;
  }
}
