import { type LabelledStatus, PAGE_STATUSES } from '../state/order-statuses.js';
import type { Encoding } from './encodings/encoding.js';
import { ENCODINGS, findEncoding } from './encodings/index.js';

/** What the query of an order page asks for. */
export interface PageQuery {
  readonly encoding: Encoding;
  /** Name of the data attribute, for the encodings that have one. */
  readonly attribute: string;
  /** Milliseconds until the status controls appear; 0: they are in the page. */
  readonly late: number;
  /** Milliseconds until the rows appear. */
  readonly rowsAfter: number;
  /** Menus have items only while open. */
  readonly menusOnClick: boolean;
  /** The toolbar's status menu: not there, in the page, or filled while it is open. */
  readonly toolbar: 'none' | 'menu' | 'lazy';
  readonly traps: boolean;
  readonly statuses: readonly LabelledStatus[];
  /** Milliseconds until the extra statuses appear; 0: at once. */
  readonly extraAfter: number;
  /** Orders shown, by status; undefined: all. */
  readonly status: number | undefined;
}

const LONGEST = 600_000;

/** Reads the query; whatever it does not understand takes the default. */
export function readPageQuery(query: URLSearchParams): PageQuery {
  const encoding = findEncoding(query.get('encoding') ?? '') ?? ENCODINGS[0];
  const attribute = query.get('attribute') ?? 'data-id';
  const status = number(query.get('orderStateId') ?? query.get('OrderStateId'), -1);
  return {
    encoding,
    attribute: /^data-[a-z][a-z-]*$/.test(attribute) ? attribute : 'data-id',
    late: number(query.get('late'), 0),
    rowsAfter: number(query.get('rows'), 300),
    menusOnClick: query.get('menus') === 'click',
    toolbar: toolbarOf(query.get('toolbar'), encoding),
    traps: query.get('traps') !== 'off',
    statuses: [...PAGE_STATUSES, ...query.getAll('extra').flatMap(extraStatus)],
    extraAfter: number(query.get('extraAfter'), 0),
    status: status > 0 ? status : undefined,
  };
}

function toolbarOf(text: string | null, encoding: Encoding): PageQuery['toolbar'] {
  if (text === 'none' || text === 'menu' || text === 'lazy') return text;
  return encoding.editor ? 'none' : 'menu';
}

function number(text: string | null, otherwise: number): number {
  return text !== null && /^\d+$/.test(text) ? Math.min(Number(text), LONGEST) : otherwise;
}

/** `18:Sonderfall`: a status of the account's own. */
function extraStatus(text: string): LabelledStatus[] {
  const match = /^(\d{1,9}):(.+)$/.exec(text);
  return match ? [{ id: Number(match[1]), label: match[2] ?? '' }] : [];
}
