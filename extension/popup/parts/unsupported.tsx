import { orderOverviewUrl } from '../../browser/billbee-tab.js';
import { useText } from '../../i18n/text-context.js';

interface Props {
  readonly reason: 'other-page' | 'no-permission';
  readonly openOrders: (url: string) => Promise<void>;
  readonly requestAccess: () => Promise<boolean>;
}

/** What to do where there is nothing to read. */
export function Unsupported({ reason, openOrders, requestAccess }: Props) {
  const t = useText();
  const forbidden = reason === 'no-permission';
  return (
    <section class="unsupported">
      <h2>{forbidden ? t('noPermissionTitle') : t('unsupportedTitle')}</h2>
      <p>{forbidden ? t('noPermissionExplained') : t('unsupportedExplained')}</p>
      {forbidden && (
        <button type="button" class="button primary" onClick={() => void requestAccess()}>
          {t('grantAccess')}
        </button>
      )}
      <a
        class={forbidden ? 'button' : 'button primary'}
        href={orderOverviewUrl}
        onClick={(event) => {
          // A popup cannot navigate itself to another site.
          event.preventDefault();
          void openOrders(orderOverviewUrl);
        }}
      >
        {t('openOrders')}
      </a>
    </section>
  );
}
