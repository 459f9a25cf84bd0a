import { useText } from '../../i18n/text-context.js';
import type { Translate } from '../../i18n/translate.js';
import { foundPlaces } from '../found-places.js';
import type { Reading } from '../tab-reading.js';
import { CheckIcon, WarningIcon } from './icons.js';

interface Props {
  readonly reading: Reading;
  readonly reload: () => Promise<unknown>;
  /** Lets the person point at a status in the page. */
  readonly pick: () => Promise<void>;
}

/** Says where the ids come from, in words, as a mark, and to screen readers when it changes. */
export function SourceNote(props: Props) {
  const { reading } = props;
  return (
    <div class={`source source-${reading.source}`} aria-live="polite">
      <SourceText {...props} />
    </div>
  );
}

function SourceText({ reading, reload, pick }: Props) {
  const t = useText();
  switch (reading.source) {
    case 'loading':
      return <p class="mark">{t('loading')}</p>;
    case 'unsupported':
      return null;
    case 'page': {
      const count = reading.statuses.length;
      const earlier = reading.statuses.filter(({ isEarlier }) => isEarlier).length;
      const places = foundPlaces(
        reading.statuses.flatMap((status) => status.foundBy),
        t,
      );
      return (
        <>
          <p class="mark">
            <CheckIcon />
            {pageMark(count, earlier, t)}
          </p>
          {earlier > 0 && (
            <p class="places">{earlier === count ? t('earlierExplained') : t('earlierSome', earlier)}</p>
          )}
          {places && <p class="places">{t('foundIn', places)}</p>}
        </>
      );
    }
    case 'standard':
      return (
        <>
          <p class="mark">
            <WarningIcon />
            {t('sourceStandard')}
          </p>
          <p class="explanation">{reading.answered ? t('standardExplained') : t('noAnswer')}</p>
          {reading.answered ? (
            <button type="button" class="button" data-do="pick" onClick={() => void pick()}>
              {t('pick')}
            </button>
          ) : (
            <button type="button" class="button" onClick={() => void reload()}>
              {t('reloadTab')}
            </button>
          )}
        </>
      );
  }
}

function pageMark(count: number, earlier: number, t: Translate): string {
  if (earlier === count) return count === 1 ? t('sourceEarlierOne') : t('sourceEarlierMany', count);
  return count === 1 ? t('sourcePageOne') : t('sourcePageMany', count);
}
