/** A local stand-in for a Xentral tenant: the table of contents. */
export type { FaultName } from './faults.js';
export type { SandboxOptions } from './options.js';
export { standardSetup } from './standard-setup.js';
export { startXentralSandbox, type XentralSandbox } from './start-sandbox.js';
export type { SandboxOrder, TenantSetup, TenantState } from './state.js';
