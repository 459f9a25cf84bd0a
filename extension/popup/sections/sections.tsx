import { useRef } from 'preact/hooks';
import { useText } from '../../i18n/text-context.js';
import type { MessageKey } from '../../i18n/translate.js';

/** A part of the view behind a tab. */
export type SectionName = 'statuses' | 'fields' | 'export' | 'options';

/** All sections, in the order of their tabs. */
export const sectionNames: readonly SectionName[] = ['statuses', 'fields', 'export', 'options'];

const titles: Readonly<Record<SectionName, MessageKey>> = {
  statuses: 'sectionStatuses',
  fields: 'sectionFields',
  export: 'sectionExport',
  options: 'sectionOptions',
};

interface Props {
  readonly current: SectionName;
  readonly onChange: (section: SectionName) => void;
}

/** The tabs: one stop for the Tab key, arrow keys, Home and End between them. */
export function SectionTabs({ current, onChange }: Props) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = sectionNames.indexOf(current);
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: sectionNames.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : sectionNames.at(to % sectionNames.length);
    if (!next) return;
    event.preventDefault();
    onChange(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={t('sections')} ref={list} onKeyDown={move}>
      {sectionNames.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === current}
          aria-controls="section"
          tabIndex={name === current ? 0 : -1}
          onClick={() => onChange(name)}
        >
          {t(titles[name])}
        </button>
      ))}
    </div>
  );
}
