/** Accounts: many merchants in one store, each with encrypted credentials and settings of its own. */
export type { Account, NewAccount } from './account.js';
export { accountKey } from './account-key.js';
export { type Accounts, accounts } from './accounts.js';
export type { Vault } from './vault.js';
