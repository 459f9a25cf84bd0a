import { formatStatusIds } from 'importer-core/statuses';
import { useEffect, useRef, useState } from 'preact/hooks';
import { billbeeHost } from '../browser/billbee-tab.js';
import type { FillResult } from '../erp-page/fill-form.js';
import { formRoles } from '../erp-page/status-role.js';
import { type ErpForm, type FormTexts, fillErpForm, findErpForm, undoErpForm } from '../insert/erp-form.js';
import { storedFields } from '../insert/texts-to-insert.js';
import { fieldsKey, idsOf } from '../memory/erp-fields.js';
import type { ViewServices } from './view-services.js';

/** The form of the page in front, and what can be done with it. */
export interface ErpFormDesk {
  readonly form: ErpForm | 'unclear' | 'none';
  /** What would be written; a role without ids is not in it. */
  readonly texts: FormTexts;
  /** Whether somebody chose these ids; else they are what is usual. */
  readonly isChosen: boolean;
  /** What the last click did. */
  readonly done:
    | { readonly what: 'fill' | 'undo'; readonly results: readonly FillResult[] | undefined }
    | undefined;
  fill(): Promise<void>;
  undo(): Promise<void>;
}

/** In milliseconds: pages show their form late, and people edit it beside an open view. */
const lookEvery = 1_000;

export function useErpForm({ browser, after, tabId, visibility }: ViewServices): ErpFormDesk {
  const { memory, pages } = browser;
  const [form, setForm] = useState<ErpForm | 'unclear' | 'none'>('none');
  const [ids, setIds] = useState<{ texts: FormTexts; isChosen: boolean }>({ texts: {}, isChosen: true });
  const [done, setDone] = useState<ErpFormDesk['done']>();
  const isBusy = useRef(false);

  useEffect(() => {
    const read = async (): Promise<void> => {
      const { fields, isChosen } = await storedFields(memory);
      const texts = formRoles.flatMap((role) => {
        const text = formatStatusIds(idsOf(fields, role));
        return text ? [[role, text] as const] : [];
      });
      setIds({ texts: Object.fromEntries(texts), isChosen });
    };
    const quietly = (): void => void read().catch(() => undefined);
    quietly();
    return memory.onChange([fieldsKey(billbeeHost)], quietly);
  }, [memory]);

  useEffect(() => {
    let cancel = (): void => undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      if (tabId === undefined) return;
      if (!isBusy.current && !visibility.hidden) {
        const found = await findErpForm(pages, tabId);
        if (!isOver && !isBusy.current) setForm(found);
      }
      if (!isOver) cancel = after(lookEvery, () => void look());
    };
    void look();
    return () => {
      isOver = true;
      cancel();
    };
  }, [pages, tabId, visibility, after]);

  const act = async (
    what: 'fill' | 'undo',
    work: (tabId: number, form: ErpForm) => Promise<readonly FillResult[] | undefined>,
  ): Promise<void> => {
    if (isBusy.current || tabId === undefined || typeof form === 'string') return;
    isBusy.current = true;
    setDone(undefined);
    const results = await work(tabId, form);
    setForm(await findErpForm(pages, tabId));
    setDone({ what, results });
    isBusy.current = false;
  };

  return {
    form,
    ...ids,
    done,
    fill: () => act('fill', (tab, found) => fillErpForm(pages, tab, found, ids.texts)),
    undo: () => act('undo', (tab, found) => undoErpForm(pages, tab, found)),
  };
}
