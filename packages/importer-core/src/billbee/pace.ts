import type { Pacer } from './pacer.js';

/** What lets calls through; see {@link Pacer}. */
export type Pace = Pick<Pacer, 'acquire' | 'pause' | 'pausedFor'>;
