/** Whether the view is to be seen. */
export interface Visibility {
  readonly hidden: boolean;
  /** Calls when that changes. Returns the way to stop. */
  onChange(listener: () => void): () => void;
}

/** {@link Visibility} of a document: hidden behind another tab, or in a minimised window. */
export function visibilityOf(document: Document): Visibility {
  return {
    get hidden() {
      return document.hidden;
    },
    onChange(listener) {
      document.addEventListener('visibilitychange', listener);
      return () => document.removeEventListener('visibilitychange', listener);
    },
  };
}
