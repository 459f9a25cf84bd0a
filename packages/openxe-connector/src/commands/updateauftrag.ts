import { resolveCarrier } from 'importer-mapping';
import { type Command, readOrderId, report, shipped, statusesUpTo } from './command.js';

/** Id of Billbee's order status "Im Fulfillment". */
const inProgress = 16;

/**
 * What became of an order: its parcels first, then the status. OpenXE reports once and cannot be told of a failure, so
 * everything is safe in the outbox before the answer.
 */
export const updateauftrag: Command<'updateauftrag'> = async (context, data) => {
  const { settings } = context;
  const orderId = readOrderId(data.shopOrderId);
  let accepted = 0;
  for (const { trackingNumber, shippingMethod } of data.shipments) {
    const number = trackingNumber.trim();
    if (number === '') continue;
    const carrier = resolveCarrier([shippingMethod], settings.mapping.carriers);
    await report(context, { kind: 'shipment', orderId, shipment: { trackingNumber: number, ...carrier } });
    accepted += 1;
  }
  const { statusId, whileIn }: { statusId?: number | undefined; whileIn?: readonly number[] } = {
    Imported: {},
    InProgress: { statusId: settings.inProgressStatusId, whileIn: statusesUpTo(inProgress, settings) },
    // What was sent is sent, whatever Billbee says of the order.
    Completed: { statusId: settings.shippedStatusId },
    Cancelled: { statusId: settings.cancelledStatusId, whileIn: statusesUpTo(shipped, settings) },
  }[data.orderStatus];
  if (statusId !== undefined) {
    await report(context, { kind: 'status', orderId, statusId, whileIn });
    accepted += 1;
  }
  return { accepted };
};
