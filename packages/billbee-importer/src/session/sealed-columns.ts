import { accountCredentials, type SealedColumn } from 'importer-accounts';
import { shopCredentials } from 'importer-staging';

/** Everything in the store that is sealed, whichever package keeps it: what `accounts rotate-key` seals again. */
export const sealedColumns: readonly SealedColumn[] = [accountCredentials, shopCredentials];
