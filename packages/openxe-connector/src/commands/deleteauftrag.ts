import { type Command, readOrderId } from './command.js';

/**
 * The ERP has the order: the acknowledgement, whatever the name. Kept here first; Billbee's status follows through the
 * outbox. After a failed fetch OpenXE acknowledges nothing (`null`).
 */
export const deleteauftrag: Command<'deleteauftrag'> = async ({ staged, settings }, { auftrag }) => {
  if (auftrag.trim() === '') return 'ok';
  const { inProgressStatusId: statusId, openStatusIds: whileIn } = settings;
  await staged.acknowledge(readOrderId(auftrag), { statusId, whileIn });
  return 'ok';
};
