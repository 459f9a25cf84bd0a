/** A field of an ERP's form that asks for the id of a status. */
export type FormRole = 'open' | 'inProgress' | 'shipped';

/** In the order forms have them. */
export const formRoles: readonly FormRole[] = ['open', 'inProgress', 'shipped'];

const roleWords: readonly (readonly [FormRole, RegExp])[] = [
  ['inProgress', /\b(?:in bearbeitung|in arbeit|in progress|in process|processing)\b/g],
  ['open', /\b(?:offene[nrs]?|offen|open)\b/g],
  ['shipped', /\b(?:versendete[nrs]?|versendet|versandt|verschickt|shipped|dispatched)\b/g],
];
/** What may stand beside a role's word. Any other word means another field: `am`, `seit`, `Zahlung`, `payment`. */
const fillers =
  /\b(?:status(?:es)?|(?:bestell|auftrags|order)status|(?:bestell|auftrags|order)?statusids?|ids?|nr|nummern?|numbers?|billbee|bestellung(?:en)?|auftrage?s?|auftraege|orders?|for|fur|fuer|of|the|der|die|das|des|optional|required|pflichtfeld)\b/g;
const status = /\b(?:\w*status\w*)\b/;
const asksForId = /\b(?:\w*ids?|nr|nummern?|numbers?|billbee)\b/;

/** `'In Bearbeitung' Status-ID: *` becomes `in bearbeitung status id`. */
const plain = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}\s]+/gu, (other) => (/\p{M}/u.test(other) ? '' : ' '))
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');

/** What a label says about the field beside it. */
export interface LabelMeaning {
  readonly role: FormRole;
  /** It says that an id of a status is asked for; else a heading around the field has to. */
  readonly isClear: boolean;
}

/**
 * What a label means, or undefined when it is about anything else. Strict on purpose: every word has to be known, so
 * that `Versendet am` or `Zahlungsstatus offen` never counts.
 *
 * @example meaningOf("'In Bearbeitung' Status ID:") // { role: 'inProgress', isClear: true }
 */
export function meaningOf(label: string): LabelMeaning | undefined {
  if (label.length > 100) return undefined;
  const text = plain(label);
  const said = roleWords.filter(([, words]) => text.match(words)?.length === 1);
  const [only] = said;
  if (said.length !== 1 || !only) return undefined;
  const [role, words] = only;
  const rest = text.replace(words, ' ').replace(fillers, ' ').trim();
  return rest === '' ? { role, isClear: status.test(text) && asksForId.test(text) } : undefined;
}

/** Whether a heading says that the fields below it ask for ids of statuses: `Billbee-Status-IDs`. */
export function asksForStatusIds(heading: string): boolean {
  if (heading.length > 200) return false;
  const text = plain(heading.replace(/\([^()]*\)/g, ' '));
  return status.test(text) && asksForId.test(text) && text.replace(fillers, ' ').trim() === '';
}

const names: Readonly<Record<string, FormRole>> = {
  bbstatusopen: 'open',
  bbstatusinprogress: 'inProgress',
  bbstatusshipped: 'shipped',
};

/** The role of a field by its `name` or `id`, as the OpenXE connector calls them. */
export const roleOfName = (name: string): FormRole | undefined => names[name.toLowerCase()];
