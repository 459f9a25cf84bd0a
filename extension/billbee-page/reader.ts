import { readPage } from './read-page.js';
import { sharedWorld } from './shared-world.js';

/** Injected into a frame when a view asks it for its statuses; see `messages.ts`. */
sharedWorld.billbeeReadPage = readPage;
