import { orderStatuses } from 'importer-core/statuses';
import type { StatusName } from '../memory/last-copied.js';
import type { PageStatus } from './frame-merging.js';

/** The language of the view. */
export type ViewLanguage = 'de' | 'en';

/** One status as the view shows it. */
export interface Row {
  readonly id: number;
  /** What the page shows; on the standard list, what Billbee's pages show. */
  readonly label: string;
  /** The language `label` is in, for screen readers. */
  readonly labelLanguage: ViewLanguage;
  /** The standard name in the view's language, when it says something `label` does not. */
  readonly standardName: string | undefined;
  readonly foundBy: readonly string[];
  /** The page has shown it since it was loaded, and does not now. */
  readonly isEarlier: boolean;
}

/** Rows for the statuses a page holds. */
export function pageRows(statuses: readonly PageStatus[], language: ViewLanguage): Row[] {
  return statuses.map(({ id, labels, foundBy, isEarlier }) => ({
    ...row(id, labels.join(' / '), foundBy, language),
    isEarlier,
  }));
}

/** Rows for statuses that were read from an earlier page. */
export function storedRows(statuses: readonly StatusName[], language: ViewLanguage): Row[] {
  return statuses.map(({ id, label }) => row(id, label, [], language));
}

/** Rows for the statuses Billbee is known to have; not read from any page. */
export function standardRows(language: ViewLanguage): Row[] {
  return orderStatuses.map(({ id, label }) => row(id, label.de, [], language));
}

/**
 * The rows that match a search: part of the label or the standard names, or the beginning of the id; every word
 * has to match.
 *
 * @example filterRows(rows, 'bez'); // the row `Bezahlt`
 */
export function filterRows(rows: readonly Row[], search: string): Row[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const known = knownStatus(row.id);
    const names = fold([row.label, known?.label.de, known?.label.en, known?.apiName].join('\n'));
    return words.every((word) => names.includes(word) || String(row.id).startsWith(word));
  });
}

function row(id: number, label: string, foundBy: readonly string[], language: ViewLanguage): Row {
  const known = knownStatus(id)?.label;
  const standardName = known?.[language];
  return {
    id,
    label,
    // Billbee's pages are German, unless the browser translated them.
    labelLanguage: known && label === known.en && label !== known.de ? 'en' : 'de',
    standardName: standardName === undefined || standardName === label ? undefined : standardName,
    foundBy,
    isEarlier: false,
  };
}

const knownStatus = (id: number) => orderStatuses.find((status) => status.id === id);

/** Small letters, umlauts as base letters: `Bestätigt`, `bestaetigt` and `bestatigt` find each other. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/g, '$1')
    .replace(/ß/g, 'ss');
}
