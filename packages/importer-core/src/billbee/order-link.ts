/**
 * The address that opens an order in Billbee: the payload's own, where it is one of Billbee's, else the order view.
 *
 * Source: `Billbee API: Order.WebUrl`; the order view of the backend.
 *
 * @param orderId BillBeeOrderId
 * @param webUrl as it stands in the payload
 * @example orderViewUrl('300000180937794') // 'https://app.billbee.io/de/order/view/300000180937794'
 */
export function orderViewUrl(orderId: string | undefined, webUrl?: unknown): string | undefined {
  if (typeof webUrl === 'string' && URL.canParse(webUrl)) {
    const { protocol, hostname, href } = new URL(webUrl);
    if (protocol === 'https:' && /(?:^|\.)billbee\.(?:io|de)$/.test(hostname)) return href;
  }
  return orderId !== undefined && /^\d{1,20}$/.test(orderId)
    ? `https://app.billbee.io/de/order/view/${orderId}`
    : undefined;
}
