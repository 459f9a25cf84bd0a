import { enqueue } from 'importer-core';
import { type FeedbackOptions, type FeedbackSummary, readShipments } from './read-shipments.js';
import { readStock } from './read-stock.js';

/**
 * Reads back what Xentral has shipped, cancelled and has in stock, and puts it into Billbee's outbox; `sendDue` sends
 * it. The orders not looked at for longest come first, so that a run with few calls goes on where the last one ended.
 *
 * Repeating it does no harm: the outbox knows a parcel by order and tracking number.
 */
export async function runFeedback(options: FeedbackOptions): Promise<FeedbackSummary> {
  const { workspace, store, account, clock } = options;
  const { feedback } = workspace.settings;
  const summary = { orders: 0, shipments: 0, shipped: 0, cancelled: 0, stock: 0 };
  if (feedback.tracking || feedback.status) {
    Object.assign(
      summary,
      await readShipments(options, async (writeBack) => {
        const { state } = await enqueue(store, account, writeBack, clock, { revives: false });
        return state === 'waiting';
      }),
    );
  }
  if (feedback.stock !== 'off') {
    summary.stock = await readStock(workspace, options.signal, async (level) => {
      await enqueue(store, account, { kind: 'stock', level }, clock);
    });
  }
  return summary;
}
