/**
 * importer-core/messages: what problems say. Errors, holds and dead write-backs carry a code and neutral values; a front end words
 * them in its reader's language, from the catalogues of the packages it uses.
 */
import { billbeeMessages } from './core/billbee-messages.js';
import { connectionMessages } from './core/connection-messages.js';
import { importMessages } from './core/import-messages.js';
import { orderMessages } from './core/order-messages.js';
import { outboxMessages } from './core/outbox-messages.js';
import { storeMessages } from './core/store-messages.js';
import { taskMessages } from './core/task-messages.js';

/** Every code of importer-core. */
export const coreCatalogues = [
  billbeeMessages,
  connectionMessages,
  importMessages,
  orderMessages,
  outboxMessages,
  storeMessages,
  taskMessages,
] as const;

/** Also for targets that keep orders in the engine's store. */
export { importMessages } from './core/import-messages.js';
export { createWording, type WordedProblem, type Wording, type WordingOptions } from './create-wording.js';
export { type Catalogue, createCatalogue, type Messages } from './define-messages.js';
export { type Message, message, type Words } from './message.js';
export type { HoldReason, Problem, ProblemValues } from './problem.js';
export { type ValueKind, value } from './value-kinds.js';
