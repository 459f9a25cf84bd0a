/**
 * Names a Billbee account in the store: its user name, however it was typed. Host and port are no part of it,
 * because both of Billbee's hosts serve the same account.
 *
 * @example accountKey(' Shop@Example.com ') // 'shop@example.com'
 */
export function accountKey(username: string): string {
  return username.normalize('NFC').trim().toLowerCase();
}
