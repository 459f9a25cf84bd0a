import { type Command, readOrderId, report } from './command.js';

/** The order was paid in the ERP. Exactly `ok` ends OpenXE's asking. */
export const updatezahlungsstatus: Command<'updatezahlungsstatus'> = async (
  context,
  { auftrag, zahlungsstatus },
) => {
  const orderId = readOrderId(auftrag);
  const statusId = context.settings.paidStatusId;
  if (zahlungsstatus === 'bezahlt' && statusId !== undefined) {
    await report(context, { kind: 'status', orderId, statusId });
  }
  return 'ok';
};
