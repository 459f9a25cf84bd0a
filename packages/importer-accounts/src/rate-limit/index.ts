/** Pace: the limits of a developer key, kept over all machines. */
export type { Pace } from './pace.js';
export { SharedPace } from './shared-pace.js';
