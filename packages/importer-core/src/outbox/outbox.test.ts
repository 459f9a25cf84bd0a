import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HoldError, RetryError, SettingsError } from '../errors.js';
import { type CrashingStore, openCrashingStore } from '../node/crashing-store.test.data.js';
import type { Clock } from '../ports.js';
import { enqueue } from './enqueue.js';
import { listOutbox, retryDead } from './list-outbox.js';
import { sendDue } from './send-due.js';
import type { WriteBack } from './write-back.js';
import type { Shipment, StockLevel, StockOutcome, WriteBackSink } from './write-back-sink.js';

let crashing: CrashingStore;
let accounts = 0;

beforeAll(async () => {
  crashing = await openCrashingStore();
});
afterAll(() => crashing.store.close());

class MovableClock implements Clock {
  time = Date.UTC(2026, 2, 10, 12);
  now = (): number => this.time;
  sleep = async (milliseconds: number): Promise<void> => {
    this.time += milliseconds;
  };
}

/** Billbee's side in memory; `onCall` fails before or after the call has taken effect. */
class MemorySink implements WriteBackSink {
  readonly calls: string[] = [];
  readonly statuses = new Map<string, number>();
  readonly parcels: string[] = [];
  readonly stock = new Map<string, string>();
  onCall: (moment: 'before' | 'after', call: string) => void = () => {};

  #call(name: string, effect: () => void): void {
    this.calls.push(name);
    this.onCall('before', name);
    effect();
    this.onCall('after', name);
  }

  async readOrder(orderId: string): Promise<unknown> {
    const State = this.statuses.get(orderId);
    return State === undefined ? undefined : { BillBeeOrderId: orderId, State };
  }
  async setOrderStatus(orderId: string, statusId: number): Promise<void> {
    this.#call(`status ${orderId} ${statusId}`, () => this.statuses.set(orderId, statusId));
  }
  async readTrackingNumbers(orderId: string): Promise<string[]> {
    this.calls.push(`read ${orderId}`);
    return this.parcels
      .filter((one) => one.startsWith(`${orderId}:`))
      .map((one) => one.slice(orderId.length + 1));
  }
  async addShipment(orderId: string, { trackingNumber }: Shipment): Promise<void> {
    this.#call(`shipment ${orderId} ${trackingNumber}`, () =>
      this.parcels.push(`${orderId}:${trackingNumber}`),
    );
  }
  async addTags(orderId: string, tags: readonly string[]): Promise<void> {
    this.#call(`tags ${orderId} ${tags}`, () => {});
  }
  async updateStock(levels: readonly StockLevel[]): Promise<StockOutcome[]> {
    this.#call(`stock ${levels.map(({ sku, quantity }) => `${sku}=${quantity}`)}`, () => {
      for (const { sku, quantity } of levels) this.stock.set(sku, quantity);
    });
    return levels.map(({ sku }) => (sku === 'unknown' ? 'SKU not found' : undefined));
  }
}

function world() {
  accounts += 1;
  const account = `outbox-${accounts}`;
  const clock = new MovableClock();
  const sink = new MemorySink();
  const { store } = crashing;
  return {
    clock,
    sink,
    put: (writeBack: WriteBack) => enqueue(store, account, writeBack, clock),
    send: (signal?: AbortSignal) => sendDue({ store, account, sink, clock, signal }),
    list: () => listOutbox(store, account),
    retry: (ids?: string[]) => retryDead(store, account, clock, ids),
  };
}

const status = (orderId: string, statusId: number): WriteBack => ({ kind: 'status', orderId, statusId });
const parcel = (orderId: string, trackingNumber: string): WriteBack => ({
  kind: 'shipment',
  orderId,
  shipment: { trackingNumber },
});
const stock = (sku: string, quantity: string): WriteBack => ({ kind: 'stock', level: { sku, quantity } });

describe('the outbox', () => {
  it('sends what was put in, each order in sequence', async () => {
    const { put, send, sink, list } = world();
    await put(status('1', 16));
    await put({ kind: 'tags', orderId: '2', tags: ['erp'] });
    await put(parcel('1', 'JD01'));
    await put(status('1', 4));
    expect(await send()).toEqual({ sent: 4, dead: 0, waiting: 0, stoppedBy: undefined });
    expect(sink.calls.filter((call) => call.includes(' 1 '))).toEqual([
      'status 1 16',
      'shipment 1 JD01',
      'status 1 4',
    ]);
    expect((await list())[0]).toMatchObject({
      kind: 'status',
      orderId: '1',
      state: 'sent',
      attempts: 1,
      message: null,
    });
    expect(await send()).toMatchObject({ sent: 0 });
  });

  it('sends what holds for some statuses only while Billbee has the order in one of them', async () => {
    const { put, send, sink, list, clock } = world();
    const ids = Array.from({ length: 12 }, (_, index) => String(index + 1));
    for (const orderId of ids) {
      sink.statuses.set(orderId, 3);
      await put({ kind: 'status', orderId, statusId: 16, whileIn: [3] });
    }
    let calls = 0;
    sink.onCall = (moment) => {
      if (moment === 'after') return;
      calls += 1;
      // People: while the first call runs, one order is cancelled, one is shipped, one is deleted.
      if (calls === 1) {
        sink.statuses.set('2', 8).set('7', 4).delete('9');
        throw new RetryError('server-error', 'Billbee is down.');
      }
    };
    expect(await send()).toMatchObject({ sent: 8, dead: 0, waiting: 1 });
    // What failed is asked about again.
    sink.statuses.set('1', 8);
    clock.time += 60_000;
    expect(await send()).toMatchObject({ sent: 0, dead: 0, waiting: 0 });
    expect(ids.map((id) => sink.statuses.get(id))).toEqual([
      8,
      8,
      16,
      16,
      16,
      16,
      4,
      16,
      undefined,
      16,
      16,
      16,
    ]);
    const said = (await list()).filter(({ code }) => code !== null);
    expect(said.map(({ orderId, code, message }) => [orderId, code, message])).toEqual([
      ['1', 'write-back-outdated', 'Order 1 is in status 8 by now; this was not sent.'],
      ['2', 'write-back-outdated', 'Order 2 is in status 8 by now; this was not sent.'],
      ['7', 'write-back-outdated', 'Order 7 is in status 4 by now; this was not sent.'],
      ['9', 'write-back-outdated', 'Order 9 is not to be found in Billbee any more; this was not sent.'],
    ]);
  });

  it('sends what was put off under a later time when the clock is set back a day', async () => {
    const { put, send, sink, clock } = world();
    await put(status('1', 4));
    sink.onCall = () => {
      throw new RetryError('server-error', 'Billbee is down.');
    };
    for (let tries = 0; tries < 12; tries += 1) {
      await send();
      clock.time += 3_600_000;
    }
    await send();
    sink.onCall = () => {};
    expect(await send()).toMatchObject({ sent: 0, waiting: 1 });
    clock.time -= 86_400_000;
    expect(await send()).toMatchObject({ sent: 1, waiting: 0 });
  });

  it('works by a clock that counts fractions of a millisecond', async () => {
    const { put, send, sink, clock, retry } = world();
    clock.time += 0.25;
    await put(status('1', 4));
    sink.onCall = () => {
      throw new RetryError('server-error', 'Billbee is down.');
    };
    expect(await send()).toMatchObject({ sent: 0, waiting: 1, stoppedBy: undefined });
    sink.onCall = () => {};
    clock.time += 1000.5;
    expect(await send()).toMatchObject({ sent: 1 });
    expect(await retry()).toBe(0);
  });

  it('takes the same shipment, and a status that still waits, for one; a status once sent for a new one', async () => {
    const { put, send, sink } = world();
    const first = await put(parcel('1', 'JD01'));
    expect((await put(parcel('1', 'JD01'))).id).toBe(first.id);
    expect((await put(status('1', 4))).id).toBe((await put(status('1', 4))).id);
    await send();
    expect(await put(parcel('1', 'JD01'))).toMatchObject({ id: first.id, state: 'sent' });
    await put(status('1', 4));
    await send();
    expect(sink.calls).toEqual(['shipment 1 JD01', 'status 1 4', 'status 1 4']);
  });

  it('sends only the newest level of each SKU, in one call, and keeps what Billbee refuses', async () => {
    const { put, send, sink, list } = world();
    await put(stock('A', '1'));
    await put(stock('A', '2'));
    await put(stock('unknown', '3'));
    await put(stock('B', '4.5'));
    expect(await send()).toMatchObject({ sent: 2, dead: 1 });
    expect(sink.calls).toEqual(['stock A=2,unknown=3,B=4.5']);
    expect((await list()).map(({ state, message }) => [state, message])).toEqual([
      ['sent', 'A newer stock level took its place before it was sent.'],
      ['sent', null],
      ['dead', 'Billbee did not take the stock of unknown: SKU not found.'],
      ['sent', null],
    ]);
  });

  it('does not let one level that fails its whole call bring down the others', async () => {
    const { put, send, sink, list } = world();
    for (const sku of ['A', 'poison', 'B']) await put(stock(sku, '1'));
    sink.onCall = (moment, call) => {
      if (moment === 'before' && call.includes('poison')) throw new HoldError('invalid-data', 'Status 400.');
    };
    expect(await send()).toMatchObject({ sent: 2, dead: 1, waiting: 0 });
    expect(sink.stock).toEqual(new Map([...['A', 'B'].map((sku) => [sku, '1'] as const)]));
    expect((await list()).map(({ state }) => state)).toEqual(['sent', 'dead', 'sent']);
  });

  it('takes a tracking number with white space around it for the same parcel', async () => {
    const { put, send, sink, clock } = world();
    const first = await put(parcel('1', ' JD01 '));
    expect((await put(parcel('1', 'JD01'))).id).toBe(first.id);
    sink.onCall = (moment) => {
      if (moment === 'after') throw new RetryError('network', 'The answer was lost.');
    };
    expect(await send()).toMatchObject({ waiting: 1 });
    sink.onCall = () => {};
    clock.time += 1000;
    expect(await send()).toMatchObject({ sent: 1 });
    expect(sink.parcels).toEqual(['1:JD01']);
  });

  it('tries again soon, three times within two seconds each, then less and less often', async () => {
    const { put, send, sink, clock, list } = world();
    await put(status('1', 4));
    await put(status('2', 4));
    sink.onCall = (_, call) => {
      if (call.startsWith('status 1'))
        throw new RetryError('server-error', 'Billbee is down.', { retryAfterMs: 60_000 });
    };
    await send();
    expect(sink.statuses.get('2')).toBe(4);
    const waits: number[] = [];
    for (let tries = 1; tries <= 5; tries += 1) {
      let waited = 0;
      while ((await list())[0]?.attempts === tries) {
        clock.time += 1000;
        waited += 1000;
        await send();
      }
      waits.push(waited);
    }
    expect(waits).toEqual([1000, 2000, 2000, 60_000, 60_000]);
    expect((await list())[0]).toMatchObject({ state: 'waiting', message: 'Billbee is down.' });
    sink.onCall = () => {};
    clock.time += 3_600_000;
    expect(await send()).toMatchObject({ sent: 1, waiting: 0 });
  });

  it('keeps what is refused for good, goes on with the next, and retries it by hand', async () => {
    const { put, send, sink, list, retry } = world();
    await put(status('1', 99));
    await put(parcel('1', 'JD01'));
    sink.onCall = (_, call) => {
      if (call === 'status 1 99') throw new HoldError('not-found', 'Billbee has no order 1.');
    };
    expect(await send()).toMatchObject({ sent: 1, dead: 1 });
    expect((await list())[0]).toMatchObject({ state: 'dead', message: 'Billbee has no order 1.' });
    sink.onCall = () => {};
    expect(await retry(['nonsense'])).toBe(0);
    expect(await retry()).toBe(1);
    expect(await send()).toMatchObject({ sent: 1, dead: 0 });
  });

  it.each([false, true])('never goes back to what a newer report has replaced, named: %s', async (named) => {
    const { put, send, sink, list, retry } = world();
    sink.onCall = () => {
      throw new HoldError('not-found', 'Billbee does not know it.');
    };
    await put(stock('A', '5'));
    await put(status('1', 16));
    expect(await send()).toMatchObject({ dead: 2 });
    sink.onCall = () => {};
    await put(stock('A', '3'));
    await put(status('1', 4));
    expect(await send()).toMatchObject({ sent: 2 });
    const ids = (await list()).map(({ id }) => id);
    expect(await retry(named ? ids : undefined)).toBe(0);
    // A level under way when the newer one came is refused after that.
    const { db } = crashing.store;
    await db
      .updateTable('outbox')
      .set({ state: 'dead' })
      .where('id', '=', ids[0] ?? '')
      .execute();
    expect(await retry(named ? ids : undefined)).toBe(0);
    expect(await send()).toMatchObject({ sent: 0, waiting: 0 });
    expect([sink.stock.get('A'), sink.statuses.get('1')]).toEqual(['3', 4]);
    expect((await list()).map(({ kind, state, message }) => `${kind} ${state}: ${message}`)).toEqual([
      'stock sent: A newer stock level took its place before it was sent.',
      'status sent: A newer status took its place before it was sent.',
      'stock sent: null',
      'status sent: null',
    ]);
  });

  it('retries dead statuses of an order in sequence, and only the last of its dead levels', async () => {
    const { put, send, sink, retry } = world();
    sink.onCall = () => {
      throw new HoldError('not-found', 'Billbee does not know it.');
    };
    for (const one of [status('1', 16), status('1', 4), stock('A', '5'), stock('A', '3')]) {
      await put(one);
      await send();
    }
    sink.onCall = () => {};
    sink.calls.length = 0;
    expect(await retry()).toBe(3);
    expect(await send()).toMatchObject({ sent: 3 });
    expect(sink.calls).toEqual(['stock A=3', 'status 1 16', 'status 1 4']);
  });

  it('stops at wrong credentials and keeps everything waiting', async () => {
    const { put, send, sink, list } = world();
    await put(status('1', 4));
    await put(status('2', 4));
    const failure = new SettingsError('credentials-wrong', 'Wrong key.', { settings: ['BILLBEE_API_KEY'] });
    sink.onCall = () => {
      throw failure;
    };
    expect(await send()).toEqual({ sent: 0, dead: 0, waiting: 2, stoppedBy: failure });
    expect(sink.calls).toHaveLength(1);
    expect((await list())[0]).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  it('asks before it sends a parcel again whose fate is unknown', async () => {
    const { put, send, sink, clock, list } = world();
    await put(parcel('1', 'JD01'));
    sink.onCall = (moment) => {
      if (moment === 'after') throw new RetryError('connection', 'The answer was lost.');
    };
    await send();
    sink.onCall = () => {};
    clock.time += 2000;
    expect(await send()).toMatchObject({ sent: 1 });
    expect(sink.parcels).toEqual(['1:JD01']);
    expect((await list())[0]?.message).toBe('An earlier try had arrived.');
  });

  it.each([status('order 7', 4), status('1', 0), parcel('1', ' '), stock('A', 'many'), stock('', '1')])(
    'refuses %j before it is stored',
    async (writeBack) => {
      const { put, list } = world();
      await expect(put(writeBack)).rejects.toMatchObject({ code: 'write-back-invalid' });
      expect(await list()).toEqual([]);
    },
  );

  it('sends each parcel once and every status in sequence, whatever call or query the process dies at', async () => {
    const report = fc.oneof(
      fc.record({ order: fc.integer({ min: 1, max: 3 }), status: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ order: fc.integer({ min: 1, max: 3 }), tracking: fc.integer({ min: 1, max: 4 }) }),
    );
    const fault = fc.record({
      kind: fc.constantFrom('store', 'sink'),
      at: fc.integer({ min: 1, max: 30 }),
      moment: fc.constantFrom('before' as const, 'after' as const),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(report, { minLength: 1, maxLength: 8 }),
        fc.array(fault, { maxLength: 4 }),
        async (reports, faults) => {
          const { put, send, sink, clock, list } = world();
          const lastStatus = new Map<string, number>();
          const parcels = new Set<string>();
          for (const one of reports) {
            const id = String(one.order);
            if ('status' in one) {
              await put(status(id, one.status));
              lastStatus.set(id, one.status);
            } else {
              await put(parcel(id, `JD${one.tracking}`));
              parcels.add(`${id}:JD${one.tracking}`);
            }
          }
          for (const { kind, at, moment } of faults) {
            let calls = 0;
            if (kind === 'store') crashing.crashAt(at, moment);
            sink.onCall = (now) => {
              if (now === 'before') calls += 1;
              if (kind === 'sink' && calls === at && now === moment)
                throw new RetryError('connection', 'Lost.');
            };
            await send().catch(() => {});
            await crashing.revive();
            sink.onCall = () => {};
            clock.time += 2000;
          }
          for (let round = 0; round < 3; round += 1) {
            clock.time += 10_000;
            await send();
          }
          expect((await list()).every((entry) => entry.state === 'sent')).toBe(true);
          expect([...sink.parcels].sort()).toEqual([...parcels].sort());
          expect(sink.statuses).toEqual(lastStatus);
        },
      ),
      { numRuns: process.env['TEST_LONG'] ? 400 : 20 },
    );
  });
});
