/** The popup below the toolbar: it closes when it loses the focus. */
export type ToolbarPopup = Pick<BrowserPage, 'evaluate' | 'click'>;

export interface BrowserPage {
  /** Loads `url` and resolves after its load event. */
  goto(url: string): Promise<void>;
  /**
   * The value of a JavaScript expression in the page's own world; a promise is awaited. The value must survive JSON.
   *
   * @throws Error with the page's message when the expression throws.
   */
  evaluate<Value>(expression: string): Promise<Value>;
  /** A real click with the pointer on the element at `index` (from 0) of those that match; scrolls it into view. */
  click(selector: string, index?: number): Promise<void>;
  /** The same with the right button: opens the context menu. */
  rightClick(selector: string, index?: number): Promise<void>;
  /** The accessible name of each element that matches, as the browser computes it for a screen reader. */
  accessibleNames(selector: string): Promise<readonly string[]>;
  /** The markup inside the closed shadow root of the first element that matches, which the page itself cannot see. */
  closedContent(selector: string): Promise<string>;
  /** A key with the modifiers held, e.g. `press('Tab')`, `press('v', 'Control')`. */
  press(key: string, ...modifiers: readonly string[]): Promise<void>;
  /** Types into the focused element, key by key. */
  type(text: string): Promise<void>;
  bringToFront(): Promise<void>;
  /** The visible part of the page as PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}
