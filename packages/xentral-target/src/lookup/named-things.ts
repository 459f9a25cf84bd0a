import { type NamedThing, namedThing, rowsOf } from '../api/answers.js';
import { pageSize } from '../api/query.js';
import type { XentralApi } from '../api/xentral-api.js';
import { xentralMessages, xentralOrderMessages } from '../messages/index.js';

/** What orders refer to by an id that people know by a name. */
export type ThingKind = 'project' | 'paymentMethod' | 'shippingMethod' | 'salesChannel';

const mostPages = 40;

/** A list of Xentral's, read once and asked by id or name. */
export class NamedThings {
  readonly #api: XentralApi;
  readonly #path: string;
  readonly #kind: ThingKind;
  #things: Promise<readonly NamedThing[]> | undefined;

  constructor(api: XentralApi, kind: ThingKind, path: string) {
    this.#api = api;
    this.#kind = kind;
    this.#path = path;
  }

  /**
   * The id of what `wanted` names: an id, else a name, type, designation or abbreviation, in whatever spelling. Where
   * several have the name, the one of the project wins.
   *
   * @throws HoldError `<kind>-unknown` or `<kind>-ambiguous`
   */
  async idOf(wanted: string, projectId?: string): Promise<string> {
    const things = await this.all();
    const byId = things.find((thing) => thing.id === wanted);
    if (byId) return byId.id;
    const key = spelling(wanted);
    const named = things.filter((thing) =>
      [thing.name, thing.keyName, thing.type, thing.designation, thing.module].some(
        (name) => spelling(name ?? '') === key,
      ),
    );
    const ofProject = named.filter((thing) => thing.project?.id === projectId);
    const ofNone = named.filter((thing) => !thing.project);
    const [only, another] = ofProject.length > 0 ? ofProject : ofNone.length > 0 ? ofNone : named;
    const kind = kinds[this.#kind];
    const field = table[this.#kind];
    if (only === undefined) {
      const values = { wanted, table: field, known: listed(things) };
      throw xentralOrderMessages.hold(`${kind}-unknown`, values, { field });
    }
    if (another !== undefined) {
      const values = { wanted, table: field, ids: named.map(({ id }) => id) };
      throw xentralOrderMessages.hold(`${kind}-ambiguous`, values, { field });
    }
    return only.id;
  }

  async all(): Promise<readonly NamedThing[]> {
    this.#things ??= this.#readAll();
    try {
      return await this.#things;
    } catch (error) {
      this.#things = undefined;
      throw error;
    }
  }

  async #readAll(): Promise<readonly NamedThing[]> {
    const things: NamedThing[] = [];
    for (let page = 1; page <= mostPages; page += 1) {
      const answer = await this.#api.list(this.#path, { page });
      if (answer === undefined) {
        const settings = ['xentral.token', 'xentral.paths'];
        throw xentralMessages.settings('xentral-path-unknown', { path: this.#path }, settings);
      }
      const { rows } = rowsOf(answer, namedThing, this.#path);
      things.push(...rows);
      if (rows.length < pageSize) break;
    }
    return things;
  }
}

const kinds = {
  project: 'project',
  paymentMethod: 'payment-method',
  shippingMethod: 'shipping-method',
  salesChannel: 'sales-channel',
} as const;

const table: Readonly<Record<ThingKind, string>> = {
  project: 'mapping.shops',
  paymentMethod: 'mapping.payments',
  shippingMethod: 'mapping.shipping',
  salesChannel: 'mapping.shops',
};

function spelling(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_.-]+/gu, '');
}

function listed(things: readonly NamedThing[]): string {
  const shown = things
    .slice(0, 12)
    .map(({ id, name, designation, type }) => `${designation || name || type || ''} (${id})`.trim());
  return shown.length === 0 ? 'none' : shown.join(', ') + (things.length > shown.length ? ', …' : '');
}
