import { useText } from '../../i18n/text-context.js';
import { WindowIcon } from './icons.js';

/** Heading, and the way to a window that stays open while pasting. */
export function Header({ openWindow }: { openWindow: (() => Promise<void>) | undefined }) {
  const t = useText();
  return (
    <header class="header">
      <img class="logo" src="/icons/icon-48.png" width="24" height="24" alt="" />
      <h1>{t('viewTitle')}</h1>
      {openWindow && (
        <button
          type="button"
          class="button icon-button"
          aria-label={t('openWindow')}
          title={t('openWindow')}
          onClick={() => void openWindow().then(() => window.close())}
        >
          <WindowIcon />
        </button>
      )}
    </header>
  );
}
