import type { html } from 'hono/html';

/** Escaped HTML. */
export type Markup = ReturnType<typeof html>;

/** One status of a list, in the pages' order. */
export interface ListedStatus {
  readonly id: number;
  readonly label: string;
  /** Orders in it. */
  readonly count: number;
}

/** The two places of the page where statuses are listed; an encoding fills one or both. */
export interface StatusControls {
  /** Filter of the overview. */
  readonly filter?: Markup;
  /** "Change status" of the toolbar. */
  readonly change?: Markup;
}

/** One way in which a page can carry status ids beside labels. */
export interface Encoding {
  /** Value of `?encoding=`. */
  readonly name: string;
  readonly description: string;
  /** What the encoding needs from the page's content security policy beyond the page's own files. */
  readonly needs?: 'inline script' | 'inline style';
  /** @param attribute name of the data attribute, for those that have one */
  controls(statuses: readonly ListedStatus[], attribute: string): StatusControls;
  /** What a click on a row's status opens in its cell; without it the cells only show the status. */
  editor?(statuses: readonly ListedStatus[]): Markup;
}

/** Label with the number of orders: `Bezahlt (12)`. */
export function counted(status: ListedStatus): string {
  return `${status.label} (${status.count})`;
}
