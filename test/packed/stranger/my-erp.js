/** The ERP of the read-me's conformance example. */
const erps = new Map();

export async function openMyErp(account) {
  const orders = erps.get(account) ?? new Map();
  erps.set(account, orders);
  return {
    id: 'my-erp',
    findDelivered: async (keys) => new Set(keys.filter((key) => orders.has(key))),
    async deliver(deliveries) {
      for (const { key, order } of deliveries) orders.set(key, order);
      return deliveries.map(() => ({ outcome: 'delivered' }));
    },
    close: async () => {},
  };
}
