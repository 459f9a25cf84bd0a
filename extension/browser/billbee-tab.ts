/** Where Billbee shows orders, and with them the statuses. */
export const orderOverviewUrl = 'https://app.billbee.io/app_v2/order';

/** Host of Billbee's backend, as in the manifest's host permission. */
export const billbeeHost = 'app.billbee.io';

/**
 * Whether a tab shows Billbee's backend.
 *
 * @param url - as the browser reports it; undefined for hosts the extension may not read
 */
export function isBillbeeTab(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === 'https:' && host === billbeeHost;
}
