const mostChanges = 100;

/** Says what of a page changed, at a bounded cost. */
export interface ChangedParts {
  /** Watches from now on; what changed before counts as known. */
  renew(): void;
  /** The parts that are new since the last call. */
  take(): readonly Node[];
  stop(): void;
}

/**
 * Watches a document. Few changes are told one by one; when there are many, it stops watching until it is renewed: a
 * page that changes thousands of elements at a time costs no more than one that changes a hundred.
 *
 * @param changed - is called at every change, few or many
 */
export function changedParts(document: Document, changed: () => void): ChangedParts {
  let parts: Node[] = [];
  const observer = new MutationObserver((records) => {
    if (records.length + parts.length > mostChanges) {
      parts = [];
      observer.disconnect();
    } else {
      for (const { type, target, addedNodes } of records) {
        if (type === 'characterData') parts.push(target);
        else if (type === 'childList') parts.push(...[...addedNodes].slice(0, mostChanges));
      }
    }
    changed();
  });
  return {
    renew() {
      parts = [];
      observer.disconnect();
      // Not all of the document: the layer stands beside the body.
      observer.observe(document.documentElement, { attributes: true, childList: true });
      const everything = { attributes: true, childList: true, subtree: true, characterData: true };
      observer.observe(document.body, everything);
    },
    take() {
      const taken = parts;
      parts = [];
      return taken;
    },
    stop: () => observer.disconnect(),
  };
}
