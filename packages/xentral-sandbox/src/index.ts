/** A local stand-in for a Xentral tenant: the table of contents. */
export type { FaultName } from './faults.js';
export { standardSetup } from './standard-setup.js';
export type { SandboxOptions } from './start-sandbox.js';
export { startXentralSandbox, type XentralSandbox } from './start-sandbox.js';
export type { SandboxOrder, TenantSetup, TenantState } from './state.js';
