/** An id beside the label that the page shows for it. */
export interface Status {
  readonly id: number;
  readonly label: string;
}

/** One page of the corpus: markup as some Billbee page might have it, and what a person would find in it. */
export interface PageCase {
  readonly name: string;
  /** Why such a page may exist, and what makes it hold these ids, or none. */
  readonly reason: string;
  /** Markup inside `<body>`; a function where it is long. */
  readonly body: string | (() => string);
  /** Attributes of `<html>`; `lang="de"` if not given. */
  readonly html?: string;
  /** What markup cannot say: attaches shadow roots, sets properties. */
  readonly prepare?: (document: Document) => void;
  /** What happens to the page later, e.g. a list arrives: nothing is to be found before. */
  readonly later?: (document: Document) => void;
  /** What must be found, in any order; empty for a trap. */
  readonly expected: readonly Status[];
  /** Ids that lists of the page name differently: reported, not found. */
  readonly disputed?: readonly number[];
}

/** A page that holds labels and numbers, but no status ids. */
export const trap = (name: string, reason: string, body: PageCase['body'], html?: string): PageCase => ({
  name,
  reason,
  body,
  expected: [],
  ...(html === undefined ? {} : { html }),
});

/** A page that holds these statuses, by default all. */
export const page = (
  name: string,
  reason: string,
  body: PageCase['body'],
  expected: readonly Status[] = statuses,
  html?: string,
): PageCase => ({ name, reason, body, expected, ...(html === undefined ? {} : { html }) });

/** The labels of Billbee's screens in the order of work, which is not that of the ids. */
export const statuses: readonly Status[] = [
  { id: 14, label: 'Angeboten' },
  { id: 1, label: 'Bestellt' },
  { id: 2, label: 'Bestätigt' },
  { id: 3, label: 'Bezahlt' },
  { id: 13, label: 'Gepackt' },
  { id: 16, label: 'Im Fulfillment' },
  { id: 4, label: 'Versendet' },
  { id: 5, label: 'Reklamation' },
  { id: 6, label: 'Gelöscht' },
  { id: 7, label: 'Abgeschlossen' },
  { id: 8, label: 'Storniert' },
  { id: 9, label: 'Archiviert' },
  { id: 15, label: 'Zahlungserinnerung' },
  { id: 11, label: 'Mahnung 1' },
  { id: 12, label: 'Mahnung 2' },
  { id: 17, label: 'Retoure' },
];

/** The same in the order of ids. */
export const byId: readonly Status[] = statuses.toSorted((a, b) => a.id - b.id);

/** Some of them, in the order given. */
export const only = (...ids: readonly number[]): Status[] =>
  ids.flatMap((id) => statuses.filter((status) => status.id === id));

/** One piece of markup per status. */
export const each = (
  write: (id: number, label: string, index: number) => string,
  list: readonly Status[] = statuses,
): string => list.map(({ id, label }, index) => write(id, label, index)).join('\n');

/** A text as the value of an attribute. */
export const inAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** The statuses as JSON, one value each. */
export const json = (
  write: (id: number, label: string, index: number) => unknown,
  list: readonly Status[] = statuses,
): string => JSON.stringify(list.map(({ id, label }, index) => write(id, label, index)));

/** A select. */
export const options = (list: readonly (readonly [number | string, string])[], name = ''): string =>
  `<select name="${name}">${list.map(([value, label]) => `<option value="${value}">${label}</option>`).join('')}</select>`;

/** A value as JSON in a script. */
export const inScript = (value: unknown): string => `<script>var x=${JSON.stringify(value)}</script>`;

/** The statuses with other labels, by id. */
export const named = (labels: Readonly<Record<number, string>>): Status[] =>
  Object.entries(labels).map(([id, label]) => ({ id: Number(id), label }));

/** A whole page. */
export const pageOf = ({ body, html = 'lang="de"' }: Pick<PageCase, 'body' | 'html'>): string =>
  `<!doctype html><html ${html}><head><title>Aufträge</title></head><body>${typeof body === 'string' ? body : body()}</body></html>`;

/** So many rows; a twenty-fifth of them in a DOM of JavaScript, which takes seconds for what browsers do at once. */
export const rows = (count: number): number =>
  navigator.userAgent.includes('HappyDOM') ? Math.ceil(count / 25) : count;
