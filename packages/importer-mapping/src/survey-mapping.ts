import type { ErpOrder } from 'importer-core';
import type { MappingUse } from './findings.js';

/** A value of the orders looked at, and what the tables make of it. */
export interface SurveyEntry extends MappingUse {
  /** Orders that have it. */
  readonly orders: number;
  /** One of them. */
  readonly example: { readonly orderId: string; readonly orderNumber: string | null };
}

/** Gathers over many orders which of their values the tables decide about, and which not. */
export class MappingSurvey {
  readonly #entries = new Map<string, SurveyEntry>();

  /** Counts each value of an order once, however many lines have it. */
  add(order: ErpOrder, uses: readonly MappingUse[]): void {
    const { orderId, orderNumber } = order.source;
    const once = new Map(uses.map((use) => [JSON.stringify([use.table, use.value]), use]));
    for (const [key, use] of once) {
      const known = this.#entries.get(key);
      const worse = known === undefined || rank[use.state] > rank[known.state] ? use : known;
      this.#entries.set(key, {
        ...worse,
        orders: (known?.orders ?? 0) + 1,
        example: known?.example ?? { orderId, orderNumber },
      });
    }
  }

  /** Values that hold their orders first, then those that pass as they are, the most frequent first. */
  get unmapped(): readonly SurveyEntry[] {
    return [...this.#entries.values()]
      .filter(({ state }) => state !== 'mapped')
      .sort((a, b) => rank[b.state] - rank[a.state] || b.orders - a.orders || (a.value < b.value ? -1 : 1));
  }

  get mapped(): readonly SurveyEntry[] {
    return [...this.#entries.values()].filter(({ state }) => state === 'mapped');
  }
}

const rank = { mapped: 0, default: 1, held: 2 } as const;

/**
 * What to add to the key `mapping` of the settings file, of all entries together.
 *
 * @example mergeRemedies(survey.unmapped) // { payments: { table: [{ type: 3, method: '…' }, …] } }
 */
export function mergeRemedies(entries: readonly SurveyEntry[]): Readonly<Record<string, unknown>> {
  return entries.reduce<Record<string, unknown>>((merged, { remedy }) => merge(merged, remedy ?? {}), {});
}

function merge(
  one: Record<string, unknown>,
  other: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = merged[key];
    if (Array.isArray(before) && Array.isArray(value)) {
      const seen = new Set(before.map((row) => JSON.stringify(row)));
      merged[key] = [...before, ...value.filter((row) => !seen.has(JSON.stringify(row)))];
    } else if (isObject(before) && isObject(value)) {
      merged[key] = merge(before, value);
    } else {
      merged[key] = value;
    }
  }
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
