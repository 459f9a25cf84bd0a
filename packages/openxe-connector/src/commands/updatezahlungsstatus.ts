import { type Command, readOrderId } from './command.js';

/** The order was paid in the ERP. Exactly `ok` ends OpenXE's asking. */
export const updatezahlungsstatus: Command<'updatezahlungsstatus'> = async (
  { settings, shop, work },
  { auftrag, zahlungsstatus },
) => {
  const orderId = readOrderId(auftrag);
  const statusId = settings.paidStatusId;
  if (zahlungsstatus === 'bezahlt' && statusId !== undefined) {
    await work.report(shop, { kind: 'status', orderId, statusId });
  }
  return 'ok';
};
