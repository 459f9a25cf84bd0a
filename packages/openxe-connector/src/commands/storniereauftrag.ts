import { type Command, readOrderId, report, shipped, statusesUpTo } from './command.js';

/** The order was cancelled in the ERP. Without a status for that in the settings nothing is reported. */
export const storniereauftrag: Command<'storniereauftrag'> = async (context, { auftrag }) => {
  const orderId = readOrderId(auftrag);
  const statusId = context.settings.cancelledStatusId;
  if (statusId === undefined) return { accepted: 0 };
  const whileIn = statusesUpTo(shipped, context.settings);
  await report(context, { kind: 'status', orderId, statusId, whileIn });
  return { accepted: 1 };
};
