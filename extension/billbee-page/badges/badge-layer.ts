import type { StatusName } from './status-names.js';

/** The badges of one document. */
export interface BadgeLayer {
  /** Shows a badge beside each of these names and no others. */
  show(names: readonly StatusName[]): void;
  /** Puts the badges back beside their names after the page moved. */
  follow(): void;
  /** The element that holds them all. */
  readonly host: Element;
  remove(): void;
}

const tag = 'billbee-status-ids-badges';

/**
 * A layer above the page, in a closed shadow root: the badges take no space, no click and no style, so nothing in the
 * page moves. Screen readers pass over them: out of their place in the text they would only confuse.
 */
export function badgeLayer(document: Document): BadgeLayer {
  const host = document.createElement(tag);
  host.setAttribute('aria-hidden', 'true');
  host.style.cssText =
    'all: initial; position: absolute; inset: 0 auto auto 0; width: 0; height: 0; z-index: 2147483646';
  const root = host.attachShadow({ mode: 'closed' });
  document.documentElement.append(host);
  let shown: { name: StatusName; badge: HTMLElement }[] = [];

  const follow = (): void => {
    const origin = host.getBoundingClientRect();
    // All reading before all writing: the browser lays the page out once.
    const places = shown.map(({ name }) => placeOf(name.text));
    for (const [index, { badge }] of shown.entries()) {
      const place = places[index];
      badge.hidden = !place;
      badge.style.display = place ? 'block' : 'none';
      if (place) {
        badge.style.left = `${place.right - origin.left}px`;
        badge.style.top = `${place.top - origin.top}px`;
      }
    }
  };

  return {
    host,
    follow,
    show(names) {
      shown = names.map((name) => ({ name, badge: badgeFor(document, name.id) }));
      root.replaceChildren(...shown.map(({ badge }) => badge));
      follow();
    },
    remove: () => host.remove(),
  };
}

/** Where a text ends on the screen; undefined when it is not to be seen. */
function placeOf(text: Text): { readonly right: number; readonly top: number } | undefined {
  const { ownerDocument: document, parentElement: parent } = text;
  const window = document.defaultView;
  if (!window || !parent?.isConnected) return undefined;
  const range = document.createRange();
  const length = text.data.trimEnd().length;
  range.setStart(text, 0);
  range.setEnd(text, length);
  const { right, top, bottom, width } = range.getBoundingClientRect();
  const inSight = bottom > 0 && top < window.innerHeight && right > 0 && right <= window.innerWidth;
  if (width === 0 || !inSight || !isVisible(parent)) return undefined;
  return { right, top };
}

const isVisible = (element: Element): boolean =>
  element.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) ?? true;

function badgeFor(document: Document, id: number): HTMLElement {
  const badge = document.createElement('span');
  badge.textContent = String(id);
  badge.style.cssText = `position: absolute; margin: -4px 0 0 1px; padding: 0 3px; border-radius: 6px;
    background: #0b6785; color: #fff; font: 600 9px/12px system-ui, sans-serif; pointer-events: none;
    white-space: nowrap; border: 1px solid #fff`;
  return badge;
}
