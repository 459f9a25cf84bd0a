import { fileURLToPath } from 'node:url';

/** The built command line. */
export const importerProgram = fileURLToPath(
  new URL('../../packages/billbee-importer/bin/billbee-importer.js', import.meta.url),
);

/**
 * Flag of Node that halves what the embedded database costs a command: its code is compiled, and not optimised as well,
 * which pays only where it runs for minutes.
 */
export const cheapStart = '--liftoff-only';
