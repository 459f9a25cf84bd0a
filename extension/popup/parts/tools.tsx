import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../../i18n/text-context.js';
import { SearchIcon } from './icons.js';

interface Props {
  readonly search: string;
  /** Whether all statuses were read. */
  readonly isComplete: boolean;
  readonly onSearch: (search: string) => void;
  readonly onSelectShown: (checked: boolean) => void;
}

/** Search field (also by the `/` key) and the two buttons for everything shown. */
export function Tools({ search, isComplete, onSearch, onSelectShown }: Props) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const focusSearch = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target === field.current) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', focusSearch);
    return () => document.removeEventListener('keydown', focusSearch);
  }, []);

  return (
    <div class="tools">
      <div class="search">
        <SearchIcon />
        <input
          ref={field}
          type="search"
          value={search}
          placeholder={t('search')}
          aria-label={t('search')}
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onSearch(event.currentTarget.value)}
        />
      </div>
      <button
        type="button"
        class="button quiet"
        aria-label={t('selectShownLong')}
        title={t('selectShownLong')}
        onClick={() => onSelectShown(true)}
      >
        {t(isComplete ? 'selectShown' : 'selectRead')}
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label={t('selectNoneLong')}
        title={t('selectNoneLong')}
        onClick={() => onSelectShown(false)}
      >
        {t('selectNone')}
      </button>
    </div>
  );
}
