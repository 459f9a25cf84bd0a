import { formatStatusIds } from 'importer-core/statuses';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../i18n/text-context.js';
import { insertTextName } from '../insert/insert-messages.js';
import { idsOf, type Role, roles } from '../memory/erp-fields.js';
import type { StatusChange } from '../memory/status-changes.js';
import { guideScript, pickScript } from '../messages.js';
import type { Row, ViewLanguage } from './rows.js';
import type { Reading } from './tab-reading.js';
import { useChanges } from './use-changes.js';
import { type Fields, useFields } from './use-fields.js';
import { type Outcomes, useOutcome } from './use-outcome.js';
import type { Selection } from './use-selection.js';
import type { ViewServices } from './view-services.js';

/** Everything the sections work with: the statuses, what is chosen of them, and what can be done. */
export interface PopupModel extends Outcomes {
  readonly services: ViewServices;
  readonly language: ViewLanguage;
  readonly rows: readonly Row[];
  readonly selection: Selection;
  /** Whether `rows` are all there are: a page may have been read, or have shown its list, in part only. */
  readonly isComplete: boolean;
  /** The checked rows. */
  readonly selected: readonly Row[];
  readonly fields: Fields;
  /** What today's page says differently about statuses in use. */
  readonly changes: readonly StatusChange[];
  acceptChanges(): void;
  /** Copies ids in the text form and remembers them. */
  copyIds(ids: readonly number[]): void;
  /** Copies the ids of one of the ERP's fields and remembers them. */
  copyRole(role: Role): void;
  /** Starts pick mode in the page; the popup makes room for it. */
  pick(): Promise<void>;
  /** Shows on the page what opens the list, and waits there until it is read; the popup makes room for it. */
  showMe(): Promise<void>;
  /** Copies any other text; `remembered`: the statuses in it, when it may be inserted later. */
  copyText(text: string, name: string, remembered?: readonly Row[]): void;
}

/** @param reading - where `rows` come from */
export function usePopupModel(
  services: ViewServices,
  rows: readonly Row[],
  reading: Reading,
  selection: Selection,
): PopupModel {
  const t = useText();
  const { memory } = services.browser;
  const isComplete = isWhole(reading);
  const selected = rows.filter(({ id }) => selection.ids?.has(id));
  const outcomes = useOutcome(
    services.writeClipboard,
    t('copyRefused'),
    formatStatusIds(selected.map(({ id }) => id)),
  );
  const fields = useFields(memory, rows);
  const used = fields.isChosen ? roles.flatMap((role) => idsOf(fields.chosen, role)) : [];
  const changes = useChanges(memory, reading.source === 'page' ? rows : undefined, isComplete, used);
  const named = (ids: readonly number[]): Row[] => rows.filter(({ id }) => ids.includes(id));

  const { tell, hint } = useLatest(outcomes);
  useEffect(
    () =>
      services.browser.picks.onPick((pick) => {
        if (pick.outcome === 'cancelled') return tell(t('pickCancelled'));
        if (pick.outcome === 'none') return hint(t('pickNone'));
        const text = formatStatusIds(pick.statuses.map(({ id }) => id));
        const names = pick.statuses.map(({ label }) => label).join(', ');
        tell(pick.copied ? t('copiedField', names, text) : t('picked', names, text));
      }),
    [services.browser, t, tell, hint],
  );

  const copy = async (text: string, message: string, statuses?: readonly Row[]): Promise<void> => {
    if ((await outcomes.copy(text, message)) && statuses) changes.remember(text, statuses);
  };

  const startInPage = async (script: string, says: string): Promise<void> => {
    const { browser, tabId, surface } = services;
    try {
      if (tabId !== undefined) await browser.pages.runFile({ tabId, frameId: 0 }, script);
      if (surface === 'popup') window.close();
      else outcomes.tell(says);
    } catch {
      outcomes.hint(t('pickFailed'));
    }
  };

  return {
    ...outcomes,
    services,
    language: t('language') === 'de' ? 'de' : 'en',
    rows,
    selection,
    isComplete,
    selected,
    fields: {
      ...fields,
      set(next) {
        fields.set(next);
        changes.see(named(roles.flatMap((role) => idsOf(next, role))));
      },
    },
    changes: changes.changes,
    acceptChanges: changes.accept,
    copyIds(ids) {
      const distinct = new Set(ids);
      const text = formatStatusIds(distinct);
      if (text === '') return outcomes.hint(t('nothingSelected'));
      const message = distinct.size === 1 ? t('copiedOne', text) : t('copiedMany', distinct.size, text);
      void copy(text, message, named(ids));
    },
    copyRole(role) {
      const ids = idsOf(fields.chosen, role);
      const name = insertTextName({ from: role }, t);
      const text = formatStatusIds(ids);
      if (text === '') return outcomes.hint(t('fieldEmpty', name));
      void copy(text, t('copiedField', name, text), named(ids));
    },
    pick: () => startInPage(pickScript, t('picking')),
    showMe: () => startInPage(guideScript, t('guiding')),
    copyText(text, name, remembered) {
      void copy(text, t('copiedText', name), remembered);
    },
  };
}

function isWhole(reading: Reading): boolean {
  if (reading.source === 'page') return !reading.truncated && reading.declaredLength === undefined;
  return reading.source !== 'kept' || reading.last.isComplete;
}

/** The calls of this rendering's outcomes, for a listener that outlives it. */
function useLatest(outcomes: Outcomes): Pick<Outcomes, 'tell' | 'hint'> {
  const latest = useRef(outcomes);
  latest.current = outcomes;
  return useRef({
    tell: (message: string) => latest.current.tell(message),
    hint: (message: string) => latest.current.hint(message),
  }).current;
}
