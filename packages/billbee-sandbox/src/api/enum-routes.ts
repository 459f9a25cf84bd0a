import { formatWallTime } from '../naive-time.js';
import { ORDER_STATUSES } from '../state/order-statuses.js';
import { PAYMENT_TYPES } from '../state/payment-types.js';
import { CARRIERS, SHIPMENT_TYPES, SHIPPING_PROVIDERS } from '../state/shipping.js';
import { SHOPS } from '../state/shops.js';
import type { SandboxState } from '../state/state.js';
import { answer, page } from './answers.js';
import type { Api } from './api-env.js';
import { Query } from './query.js';

/** What a client reads once: statuses, payment types, carriers, shops. The enums are bare arrays. */
export function enumRoutes(app: Api, state: SandboxState): void {
  const states = ORDER_STATUSES.map(({ id, name }) => ({ Id: id, Name: name }));
  app.get('/enums/orderstates', () => answer(states));
  app.get('/enums/paymenttypes', () => answer(PAYMENT_TYPES));
  app.get('/enums/shippingcarriers', () => answer(CARRIERS));
  app.get('/enums/shipmenttypes', () => answer(SHIPMENT_TYPES));
  app.get('/shipment/shippingproviders', () => answer(SHIPPING_PROVIDERS));
  app.get('/shipment/shippingcarriers', () => answer(CARRIERS.slice(0, 8)));
  app.get('/shopaccounts', (context) => {
    const query = new Query(new URL(context.req.url).search, state.zone);
    const rows = SHOPS.map((shop) => ({
      Id: shop.accountId,
      AccountType: shop.accountType,
      Name: shop.name,
      LastSyncDate: formatWallTime(Date.UTC(2025, 5, 30, 4, 12)),
      LastSyncState: 0,
    }));
    return answer(page(rows, query.paging()));
  });
}
