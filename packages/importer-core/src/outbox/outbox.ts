/** Write-back: what the ERP reports is safe in the outbox first, then sent, once in effect. */
export { enqueue } from './enqueue.js';
export { listOutbox, retryDead } from './list-outbox.js';
export { nextDueAt } from './next-due.js';
export { type SendDueOptions, type SendDueResult, sendDue } from './send-due.js';
