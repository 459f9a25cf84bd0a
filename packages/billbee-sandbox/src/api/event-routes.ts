import { parseWallTime } from '../naive-time.js';
import type { SandboxState } from '../state/state.js';
import { answer, page } from './answers.js';
import type { Api } from './api-env.js';
import { Query } from './query.js';

/** The event log, made from the histories of all orders; oldest first. */
export function eventRoutes(app: Api, state: SandboxState): void {
  app.get('/events', (context) => {
    const query = new Query(new URL(context.req.url).search, state.zone);
    const types = query.integers('typeId');
    const orderId = query.integer('orderId');
    const from = query.date('minDate');
    const to = query.date('maxDate');
    const orders =
      orderId === undefined ? state.orders : [state.find(orderId)].flatMap((order) => order ?? []);
    const events = orders.flatMap((order) =>
      order.History.map((entry, index) => ({
        Created: entry.Created,
        TypeId: entry.TypeId,
        TypeText: entry.EventTypeName,
        Id: Number(order.BillBeeOrderId ?? 0) * 10 + index,
        EmployeeId: null,
        EmployeeName: entry.EmployeeName,
        OrderId: order.BillBeeOrderId,
      })),
    );
    const wanted = events.filter((event) => {
      const at = parseWallTime(event.Created, state.zone) ?? 0;
      if (from !== undefined && at < from) return false;
      if (to !== undefined && at > to) return false;
      return types.length === 0 || types.includes(event.TypeId ?? -1);
    });
    wanted.sort((one, other) => one.Created.localeCompare(other.Created));
    return answer(page(wanted, query.paging()));
  });
}
