import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { billbeeHost } from '../browser/billbee-tab.js';
import type { MemoryPort } from '../browser/browser-port.js';
import { selectionMemory } from './selection-memory.js';

/** The checked ids; undefined until the remembered ones are there. */
export interface Selection {
  readonly ids: ReadonlySet<number> | undefined;
  /** Checks or unchecks these ids, leaves all others, and remembers the result. */
  set(ids: Iterable<number>, checked: boolean): void;
}

/** The selection of this browser, remembered between openings of the view; open views show the same one. */
export function useSelection(port: MemoryPort): Selection {
  const memory = useMemo(() => selectionMemory(port, billbeeHost), [port]);
  const [ids, setIds] = useState<ReadonlySet<number>>();

  // Two clicks may come before the next rendering: the second builds on the first.
  const latest = useRef<ReadonlySet<number> | undefined>(undefined);
  // What this view is writing itself is not read back: the next click may have changed it already.
  const saving = useRef(0);
  const show = (next: ReadonlySet<number>): void => {
    latest.current = next;
    setIds(next);
  };

  useEffect(() => {
    // A browser that keeps nothing (private windows, policies) still lets people select and copy.
    const read = (): void => void memory.load().then(show, () => show(new Set()));
    read();
    // Another open view, or this one.
    return memory.onChange(() => {
      if (saving.current === 0) read();
    });
  }, [memory]);

  return {
    ids,
    set(changed, checked) {
      const next = new Set(latest.current);
      for (const id of changed) checked ? next.add(id) : next.delete(id);
      show(next);
      saving.current += 1;
      void memory
        .save(next)
        .catch(() => undefined)
        .finally(() => {
          saving.current -= 1;
        });
    },
  };
}
