import { xentralMessages } from './connection-messages.js';
import { xentralOrderMessages } from './order-messages.js';

export { xentralMessages, xentralOrderMessages };

/** Everything this package says, for a front end's own catalogue. */
export const xentralCatalogues = [xentralOrderMessages, xentralMessages] as const;
