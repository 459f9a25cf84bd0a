import { type Control, isControl } from './controls.js';
import { headingsOf, labelsOf } from './field-labels.js';
import { matching, rootsOf } from './roots.js';
import { asksForStatusIds, type FormRole, meaningOf, roleOfName } from './status-role.js';

/** A field of the form, and what the page calls it. */
export interface FormField {
  readonly role: FormRole;
  /** As the page shows it, e.g. `'Offen' Status ID:`; '' when only its name tells what it is. */
  readonly label: string;
  readonly control: Control;
}

/** A page of more fields than this is not a form that a person fills. */
const mostFields = 2_000;

/**
 * The fields of a document that ask for Billbee's status ids, in whatever markup: at most one for each role.
 *
 * @returns `unclear` when two visible fields ask for the same status; `none` when fewer than two are found: one label
 *   alone may be anything
 */
export function findForm(document: Document): FormField[] | 'unclear' | 'none' {
  const byRole = new Map<FormRole, FormField>();
  const controls = rootsOf(document)
    .flatMap((root) => matching(root, 'input,textarea'))
    .filter((each): each is Control => isControl(each) && isSeen(each));
  if (controls.length > mostFields) return 'none';
  for (const control of controls) {
    const field = readField(control);
    if (!field) continue;
    if (byRole.has(field.role)) return 'unclear';
    byRole.set(field.role, field);
  }
  return byRole.size < 2 ? 'none' : [...byRole.values()];
}

function readField(control: Control): FormField | undefined {
  const labels = labelsOf(control);
  const named = roleOfName(control.name) ?? roleOfName(control.id);
  if (named) return { role: named, label: labels[0] ?? '', control };
  // The nearest label decides; what stands farther away is about other fields, too.
  const [label = ''] = labels;
  const meaning = meaningOf(label);
  if (!meaning) return undefined;
  const isClear = meaning.isClear || headingsOf(control).some(asksForStatusIds);
  return isClear ? { role: meaning.role, label, control } : undefined;
}

/** What nobody sees, a panel behind another tab or a template, is not what somebody wants to have filled. */
function isSeen(control: Control): boolean {
  return (
    control.getClientRects().length > 0 &&
    control.ownerDocument.defaultView?.getComputedStyle(control).visibility !== 'hidden'
  );
}
