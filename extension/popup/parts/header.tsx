import { useText } from '../../i18n/text-context.js';
import { PanelIcon, WindowIcon } from './icons.js';

interface Props {
  readonly openWindow: (() => Promise<void>) | undefined;
  readonly openPanel: (() => Promise<void>) | undefined;
}

/** Heading, and the ways to a view that stays open while pasting. */
export function Header({ openWindow, openPanel }: Props) {
  const t = useText();
  return (
    <header class="header">
      <img class="logo" src="/icons/icon-48.png" width="24" height="24" alt="" />
      <h1>{t('viewTitle')}</h1>
      {openPanel && (
        <button
          type="button"
          class="button icon-button"
          data-open="panel"
          aria-label={t('openPanel')}
          title={t('openPanel')}
          onClick={() => void openPanel().then(() => window.close())}
        >
          <PanelIcon />
        </button>
      )}
      {openWindow && (
        <button
          type="button"
          class="button icon-button"
          data-open="window"
          aria-label={t('openWindow')}
          title={t('openWindow')}
          onClick={() => void openWindow()}
        >
          <WindowIcon />
        </button>
      )}
    </header>
  );
}
