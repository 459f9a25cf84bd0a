import { amongOthers } from './among-others.js';
import { blindPages } from './blind.js';
import { controls } from './controls.js';
import { dataAttributes } from './data-attributes.js';
import { grids } from './grids.js';
import { handlers } from './handlers.js';
import { idsAndClasses } from './ids-and-classes.js';
import { labels } from './labels.js';
import { links } from './links.js';
import { menus } from './menus.js';
import { oneMorePages } from './one-more.js';
import { orderOverview } from './order-overview.js';
import { packedLists } from './packed.js';
import type { PageCase } from './page-case.js';
import { places } from './places.js';
import { scripts } from './scripts.js';
import { selects } from './selects.js';
import { translated } from './translated.js';
import { trapsLists } from './traps-lists.js';
import { trapsOrders } from './traps-orders.js';
import { trapsPositions } from './traps-positions.js';
import { widgets } from './widgets.js';

/** Every page of the corpus, by theme. A new page is one more entry in its theme's file. */
export const corpus: Readonly<Record<string, readonly PageCase[]>> = {
  'order overview': orderOverview,
  selects,
  menus,
  handlers,
  controls,
  widgets,
  links,
  'ids and classes': idsAndClasses,
  scripts,
  'data in attributes': dataAttributes,
  'packed lists': packedLists,
  'one argument more': oneMorePages,
  labels,
  translated,
  places,
  grids,
  'among others': amongOthers,
  'traps: other lists': trapsLists,
  'traps: positions': trapsPositions,
  'traps: orders': trapsOrders,
  'written blind': blindPages,
};
