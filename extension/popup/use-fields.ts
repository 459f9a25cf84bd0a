import type { SettingsFile } from 'importer-core/statuses';
import { useEffect, useState } from 'preact/hooks';
import { billbeeHost } from '../browser/billbee-tab.js';
import type { MemoryPort } from '../browser/browser-port.js';
import { fieldsKey, fieldsMemory, proposeFields } from '../memory/erp-fields.js';
import type { Row } from './rows.js';
import { useStored } from './use-stored.js';

/** The ids of the ERP's fields: what a person chose, else what is usual. */
export interface Fields {
  readonly chosen: SettingsFile;
  /** False while they are a proposal. */
  readonly isChosen: boolean;
  set(fields: SettingsFile): void;
}

export function useFields(memory: MemoryPort, rows: readonly Row[]): Fields {
  const stored = useStored(memory, fieldsKey(billbeeHost), fieldsMemory(memory, billbeeHost).load);
  const [latest, setLatest] = useState<SettingsFile>();
  // What is stored now came last, from here or from another view.
  useEffect(() => setLatest(undefined), [stored.value]);
  const chosen = latest ?? stored.value;
  return {
    chosen: chosen ?? proposeFields(rows),
    isChosen: chosen !== undefined,
    set(fields) {
      setLatest(fields);
      // A browser that keeps nothing still lets people choose and copy.
      void fieldsMemory(memory, billbeeHost)
        .save(fields)
        .catch(() => undefined);
    },
  };
}
