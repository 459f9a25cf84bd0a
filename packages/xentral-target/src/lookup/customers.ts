import type { ResolvedOrder } from 'importer-mapping';
import { customer, rowsOf } from '../api/answers.js';
import { UnclearAnswer, type XentralApi } from '../api/xentral-api.js';
import { mailAddress } from '../body/write-address.js';
import { lookUntilClear } from '../look-until-clear.js';
import { xentralMessages, xentralOrderMessages } from '../messages/index.js';
import type { XentralSettings } from '../settings.js';

const createPath = '/api/v2/customers';

/**
 * The customer of an order: found by number or mail address, else created. One without a mail address is created
 * under a number made of Billbee's own customer id, so that the next order finds it.
 */
export class Customers {
  readonly #api: XentralApi;
  readonly #settings: XentralSettings;
  readonly #known = new Map<string, string>();

  constructor(api: XentralApi, settings: XentralSettings) {
    this.#api = api;
    this.#settings = settings;
  }

  /** @throws HoldError `customer-unknown`, `customer-ambiguous` or `xentral-refused` */
  async idOf(resolved: ResolvedOrder, projectId: string, signal?: AbortSignal): Promise<string> {
    const { collective, match, missing, numberPrefix } = this.#settings.customers;
    if (collective !== undefined) return collective;
    const { customer: given, source } = resolved.order;
    const email = mailAddress(given.email ?? resolved.billing.email);
    const ownNumber = `${numberPrefix}${given.customerId ?? source.orderId}`;
    const ways = [
      ...(match.includes('number') && given.number !== null ? [['number', given.number] as const] : []),
      ...(match.includes('email') && email !== undefined ? [['email', email] as const] : []),
      ...(email === undefined ? [['number', ownNumber] as const] : []),
    ];
    for (const [key, value] of ways) {
      const found = await this.#find(key, value, signal);
      if (found !== undefined) return found;
    }
    if (missing === 'hold') {
      throw xentralOrderMessages.hold('customer-unknown', {}, { field: 'customer' });
    }
    const [key, value] = ways.at(-1) ?? (['number', ownNumber] as const);
    return this.#create(resolved, projectId, key, value, email, signal);
  }

  async #find(key: 'number' | 'email', value: string, signal?: AbortSignal): Promise<string | undefined> {
    const known = this.#known.get(`${key}:${value}`);
    if (known !== undefined) return known;
    const { customers: path } = this.#settings.paths;
    const answer = await this.#api.list(path, { filters: [{ key, op: 'equals', value }] }, signal);
    const { rows } = rowsOf(answer, customer, path);
    const ids = [...new Set(rows.map(({ id }) => id))].sort((a, b) => Number(a) - Number(b));
    if (ids.length > 1 && this.#settings.customers.ambiguous === 'hold') {
      const values = { count: ids.length, by: key, ids: ids.slice(0, 10) };
      throw xentralOrderMessages.hold('customer-ambiguous', values, { field: 'customer' });
    }
    const [id] = ids;
    if (id !== undefined) this.#known.set(`${key}:${value}`, id);
    return id;
  }

  async #create(
    resolved: ResolvedOrder,
    projectId: string,
    key: 'number' | 'email',
    value: string,
    email: string | undefined,
    signal?: AbortSignal,
  ): Promise<string> {
    const { billing, order } = resolved;
    const { firstName, lastName, name, isCompany } = billing;
    const asPerson = !isCompany && firstName !== null && lastName !== null;
    const body = {
      ...(asPerson
        ? { type: 'person', firstname: firstName, lastname: lastName }
        : { type: 'company', name }),
      ...(key === 'number' && { number: value }),
      project: { id: projectId },
      contact: {
        ...(email !== undefined && { email }),
        ...(order.customer.phone !== null && { phone: order.customer.phone }),
      },
    };
    let id: string | undefined;
    try {
      id = await this.#api.create(createPath, body, signal);
    } catch (error) {
      if (!(error instanceof UnclearAnswer)) throw error;
      // It may be there all the same, or still come; if not, the order is tried again later.
      const { unclearSeconds } = this.#settings;
      id = await lookUntilClear(this.#api.clock, unclearSeconds, signal, () =>
        this.#find(key, value, signal),
      );
      if (id === undefined) throw error;
    }
    id ??= await this.#find(key, value, signal);
    if (id === undefined) {
      throw new UnclearAnswer(xentralMessages.problem('xentral-customer-unclear', {}));
    }
    this.#known.set(`${key}:${value}`, id);
    return id;
  }
}
