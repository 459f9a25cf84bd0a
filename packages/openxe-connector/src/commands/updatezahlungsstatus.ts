import { type Command, readOrderId, report, statusesUpTo } from './command.js';

/** Id of Billbee's order status "Bezahlt". */
const paid = 3;

/** The order was paid in the ERP. Exactly `ok` ends OpenXE's asking. */
export const updatezahlungsstatus: Command<'updatezahlungsstatus'> = async (
  context,
  { auftrag, zahlungsstatus },
) => {
  const orderId = readOrderId(auftrag);
  const statusId = context.settings.paidStatusId;
  if (zahlungsstatus === 'bezahlt' && statusId !== undefined) {
    const whileIn = statusesUpTo(paid, context.settings);
    await report(context, { kind: 'status', orderId, statusId, whileIn });
  }
  return 'ok';
};
