import { orderOverviewUrl } from '../../browser/billbee-tab.js';
import { useText } from '../../i18n/text-context.js';
import type { MessageKey } from '../../i18n/translate.js';
import type { Silence } from '../silence.js';

/** What a person can do about a page that gives no status. */
export interface Remedies {
  readonly reload: () => Promise<unknown>;
  /** Shows the tab, and so brings it back into memory. */
  readonly wake: () => Promise<unknown>;
  readonly openOrders: (url: string) => Promise<void>;
  /** Shows on the page itself what to click. */
  readonly showMe: () => Promise<void>;
  /** Lets the person point at a status in the page. */
  readonly pick: () => Promise<void>;
  /** Copies what an administrator has to know. */
  readonly tellAdministrator: () => void;
}

type Remedy = keyof Remedies;

/** Each silence in one sentence, and what helps, the best first. */
const silences: Readonly<Record<Silence, { says: MessageKey; helps: readonly Remedy[] }>> = {
  'closed-list': { says: 'silenceClosedList', helps: ['showMe', 'pick'] },
  'no-list': { says: 'silenceNoList', helps: ['openOrders', 'showMe'] },
  loading: { says: 'silenceLoading', helps: ['reload'] },
  asleep: { says: 'silenceAsleep', helps: ['wake'] },
  document: { says: 'silenceDocument', helps: ['openOrders'] },
  blocked: { says: 'silenceBlocked', helps: ['tellAdministrator'] },
  'no-answer': { says: 'noAnswer', helps: ['reload'] },
};

const names: Readonly<Record<Remedy, MessageKey>> = {
  reload: 'reloadTab',
  wake: 'wakeTab',
  openOrders: 'openOrders',
  showMe: 'showMe',
  pick: 'pick',
  tellAdministrator: 'tellAdministrator',
};

const actions: Readonly<Record<Remedy, string>> = {
  reload: 'reload',
  wake: 'wake',
  openOrders: 'open-orders',
  showMe: 'show-me',
  pick: 'pick',
  tellAdministrator: 'tell-administrator',
};

/** Why the page gives no status, in one sentence, with the buttons that help. */
export function SilenceNote({ silence, remedies }: { silence: Silence; remedies: Remedies }) {
  const t = useText();
  const { says, helps } = silences[silence];
  return (
    <>
      <p class="explanation" data-silence={silence}>
        {t(says)}
      </p>
      {silence === 'closed-list' && <p class="places">{t('closedListUnknown')}</p>}
      <p class="remedies">
        {helps.map((remedy) => (
          <button
            key={remedy}
            type="button"
            class={`button${remedy === helps[0] ? ' primary' : ''}`}
            data-action={actions[remedy]}
            onClick={() => void remedies[remedy](orderOverviewUrl)}
          >
            {t(names[remedy])}
          </button>
        ))}
      </p>
    </>
  );
}
