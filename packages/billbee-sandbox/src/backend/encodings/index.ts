import { CHOICES } from './choices.js';
import type { Encoding } from './encoding.js';
import { INLINE_EDITOR } from './inline-editor.js';
import { dataItems, MENUS, menu } from './menus.js';
import { SCRIPTS } from './scripts.js';
import { filterSelect, SELECTS } from './selects.js';
import { WIDGETS } from './widgets.js';

const MIX: Encoding = {
  name: 'mix',
  description: 'always there: a filter select with counts and a menu with data-state-id',
  controls: (statuses) => ({
    filter: filterSelect(statuses),
    change: menu('Status ändern', dataItems(statuses, 'data-state-id')),
  }),
};

const TRAPS: Encoding = {
  name: 'traps',
  description: 'no status list at all, only the lists that look like one',
  controls: () => ({}),
};

/** Every way the order overview can be built; the first is the default. */
export const ENCODINGS: readonly [Encoding, ...Encoding[]] = [
  INLINE_EDITOR,
  MIX,
  ...SELECTS,
  ...MENUS,
  ...CHOICES,
  ...WIDGETS,
  ...SCRIPTS,
  TRAPS,
];

/** The encoding of that name, or undefined. */
export function findEncoding(name: string): Encoding | undefined {
  return ENCODINGS.find((encoding) => encoding.name === name);
}
