import { createHash } from 'node:crypto';

/**
 * An account in logs and addresses: names it without telling it. User names are e-mail addresses, and both are read by people
 * who need not know them; `accounts list` shows which is which.
 *
 * @example accountId('shop@example.com') // 24 hex digits
 */
export function accountId(account: string): string {
  return createHash('sha256').update(`billbee-importer account ${account}`).digest('hex').slice(0, 24);
}
