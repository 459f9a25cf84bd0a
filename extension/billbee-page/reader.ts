import { createPageReader } from './read-page.js';
import { sharedWorld } from './shared-world.js';

/** Injected into a frame whenever a view asks it for its statuses; what it remembers stays. See `messages.ts`. */
sharedWorld.billbeeReadPage ??= createPageReader();
