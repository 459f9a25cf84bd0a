import type { Clock, Fetch, Store, Target } from 'importer-core';
import type { MappingTables } from 'importer-mapping';
import { XentralApi } from './api/xentral-api.js';
import { CheckedXentral, type XentralConnection } from './connection.js';
import { deliverToXentral, type OnNote, totalDifference } from './deliver.js';

import { ErpDocuments } from './documents/erp-documents.js';
import { findSalesOrders } from './lookup/sales-orders.js';
import type { XentralSettings } from './settings.js';
import { externalIdOf, type LookUps, openLookUps, type Workspace, xentralTargetId } from './workspace.js';

export interface XentralTargetOptions {
  readonly connection: XentralConnection;
  /** From `readXentralSettings`. */
  readonly settings: XentralSettings;
  /** From `readMapping`. */
  readonly tables: MappingTables;
  readonly store: Store;
  /** Billbee account whose orders are delivered. */
  readonly account: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly onNote?: OnNote;
  /** Writes nothing, for a dry run. */
  readonly readOnly?: boolean;
  /** For one answer of Xentral, in milliseconds; default 30,000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Xentral as a target: every order is in the tenant once.
 *
 * Xentral neither has idempotency keys nor promises that an external id is unique. So one run works on a tenant at a
 * time, every order is looked up by its external id before it is sent and after every answer that leaves its fate open,
 * and what may be on its way is noted before it leaves.
 *
 * @throws SettingsError `xentral-missing`, `xentral-url` or `xentral-token`
 * @example
 * const target = openXentralTarget({ connection, settings, tables, store, account, fetch, clock });
 * await runImport({ account, statusIds: [3], source, store, target, clock });
 */
export function openXentralTarget(options: XentralTargetOptions): Target & { readonly calls: number } {
  const { readOnly = false, onNote = () => {}, signal } = options;
  const workspace = openXentralWorkspace(options);
  const { api } = workspace;
  const id = xentralTargetId(api.origin);
  return {
    id,
    exclusive: id,
    get calls() {
      return api.calls;
    },
    async deliver(deliveries) {
      workspace.products.forget();
      return deliverToXentral(deliveries, workspace, onNote, signal);
    },
    async findDelivered(keys, stop = signal) {
      return findDelivered(keys, workspace, readOnly, stop);
    },
    async close() {},
  };
}

/** What import and feedback share. */
export function openXentralWorkspace(options: Omit<XentralTargetOptions, 'onNote' | 'readOnly'>): Workspace {
  const { store, account, clock } = options;
  const lookUps = openXentralLookUps(options);
  const documents = new ErpDocuments(store, account, xentralTargetId(lookUps.api.origin), clock);
  return { ...lookUps, clock, documents };
}

/** What checks need: asks the tenant, notes nothing. */
export function openXentralLookUps(
  options: Omit<XentralTargetOptions, 'onNote' | 'readOnly' | 'store' | 'account'>,
): LookUps {
  const { settings, tables, fetch, clock, timeoutMs, signal } = options;
  const connection = new CheckedXentral(options.connection);
  const api = new XentralApi({
    connection,
    fetch,
    clock,
    callsPerMinute: settings.callsPerMinute,
    signal,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  return openLookUps({ api, settings, tables });
}

/**
 * Which orders the tenant has. What a run that died may have sent shortly before is waited for: it could still arrive.
 *
 * An order whose total differs counts as missing, so that the engine delivers it again and {@link deliverToXentral}
 * finds and holds it.
 */
async function findDelivered(
  keys: readonly string[],
  { api, clock, settings, documents }: Workspace,
  readOnly: boolean,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const orders = new Map(keys.map((key) => [key.slice(key.indexOf('-') + 1), key]));
  const noted = await documents.find([...orders.keys()]);
  const sentAt = [...noted.values()].filter(({ state }) => state === 'sending').map(({ notedAt }) => notedAt);
  const clearAt = Math.max(0, ...sentAt) + settings.unclearSeconds * 1000;
  if (sentAt.length > 0 && clearAt > clock.now() && !readOnly)
    await clock.sleep(clearAt - clock.now(), signal);
  const externalIds = [...orders.keys()].map((orderId) => externalIdOf(orderId, settings));
  const found = await findSalesOrders(api, externalIds, signal);
  const there: { orderId: string; documentId: string; expectedGross: string }[] = [];
  for (const orderId of orders.keys()) {
    const [only, another] = found.get(externalIdOf(orderId, settings)) ?? [];
    if (!only || another) continue;
    const expectedGross = noted.get(orderId)?.expectedGross;
    if (expectedGross !== undefined && settings.totals.difference === 'hold') {
      if (totalDifference(only, expectedGross, settings)) continue;
    }
    there.push({ orderId, documentId: only.id, expectedGross: expectedGross ?? String(only.total ?? '') });
  }
  if (!readOnly) await documents.noteThere(there);
  return new Set(there.map(({ orderId }) => orders.get(orderId) ?? ''));
}
