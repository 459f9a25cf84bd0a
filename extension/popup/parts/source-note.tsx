import { useText } from '../../i18n/text-context.js';
import type { Translate } from '../../i18n/translate.js';
import { foundPlaces } from '../found-places.js';
import type { Reading } from '../tab-reading.js';
import { CheckIcon, WarningIcon } from './icons.js';
import { type Remedies, SilenceNote } from './silence-note.js';

interface Props {
  readonly reading: Reading;
  readonly remedies: Remedies;
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

function SourceText({ reading, remedies }: Props) {
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
    case 'kept':
    case 'standard':
      return (
        <>
          <p class="mark">
            <WarningIcon />
            {reading.source === 'kept' ? (
              <time dateTime={reading.last.at}>{t('sourceKept', dayAndTime(reading.last.at, t))}</time>
            ) : (
              t('sourceStandard')
            )}
          </p>
          <SilenceNote silence={reading.silence} remedies={remedies} />
        </>
      );
  }
}

const dayAndTime = (at: string, t: Translate): string =>
  new Date(at).toLocaleString(t('language'), { dateStyle: 'medium', timeStyle: 'short' });

function pageMark(count: number, earlier: number, t: Translate): string {
  if (earlier === count) return count === 1 ? t('sourceEarlierOne') : t('sourceEarlierMany', count);
  return count === 1 ? t('sourcePageOne') : t('sourcePageMany', count);
}
