import { createPageReader } from './read-page.js';
import { sharedWorld } from './shared-world.js';

/**
 * Injected into a frame whenever a view asks it for its statuses, and into one that loads while the guide waits: then
 * nobody asks. What it remembers stays. See `messages.ts`.
 */
sharedWorld.billbeeReadPage ??= createPageReader();
sharedWorld.billbeeLook?.();
