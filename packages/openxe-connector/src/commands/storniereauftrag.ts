import { type Command, readOrderId } from './command.js';

/** The order was cancelled in the ERP. Without a status for that in the settings nothing is reported. */
export const storniereauftrag: Command<'storniereauftrag'> = async (
  { settings, shop, work },
  { auftrag },
) => {
  const orderId = readOrderId(auftrag);
  const statusId = settings.cancelledStatusId;
  if (statusId === undefined) return { accepted: 0 };
  await work.report(shop, { kind: 'status', orderId, statusId });
  return { accepted: 1 };
};
