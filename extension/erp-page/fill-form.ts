import { type Obstacle, obstacleTo, settled, write } from './controls.js';
import { type FormField, findForm } from './find-form.js';
import { focusedElement } from './roots.js';
import { type FormRole, formRoles } from './status-role.js';

/** What one field of the form holds, for the view. */
export interface FieldState {
  readonly role: FormRole;
  readonly label: string;
  readonly holds: string;
}

/** The form as it is now. */
export interface FormState {
  readonly form: 'found' | 'unclear' | 'none';
  readonly fields: readonly FieldState[];
  /** Roles whose field was filled here and still holds what was written. */
  readonly undoable: readonly FormRole[];
}

/** What became of one field. */
export interface FillResult {
  readonly role: FormRole;
  readonly label: string;
  /** `kept`: it held the value already. `edited`: somebody changed it after it was filled. */
  readonly outcome: 'written' | 'kept' | 'changed' | 'edited' | 'missing' | Obstacle;
  /** What the field holds now. */
  readonly holds: string;
}

interface Filled {
  readonly before: string;
  readonly wrote: string;
}

/** Recognises, fills and restores the form of one document. */
export interface FormFiller {
  read(): FormState;
  /** Writes each text into the field of its role; others stay untouched. Resolves after the page's own handlers. */
  fill(texts: Partial<Record<FormRole, string>>): Promise<FillResult[]>;
  /** Puts back what the filled fields held before, where they still hold what was written. */
  undo(): Promise<FillResult[]>;
}

/** @example await formFiller(document).fill({ open: '3', inProgress: '16', shipped: '4' }) */
export function formFiller(document: Document): FormFiller {
  const filled = new Map<FormRole, Filled>();

  const find = (): FormField[] => {
    const form = findForm(document);
    return typeof form === 'string' ? [] : form;
  };

  /** Writes, lets the page react to all of it, then looks what the fields hold: a handler may touch another one. */
  const writeAll = async (texts: ReadonlyMap<FormRole, string>): Promise<FillResult[]> => {
    const focus = focusedElement(document);
    const early = new Map<FormRole, FillResult['outcome']>();
    for (const { role, control } of find()) {
      const text = texts.get(role);
      if (text === undefined) continue;
      if (control.value === text) early.set(role, 'kept');
      else {
        const obstacle = obstacleTo(control, text);
        if (obstacle) early.set(role, obstacle);
        else write(control, text);
      }
    }
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
    await settled();
    // Found anew: a framework may have put other elements in their place.
    const now = new Map(find().map((field) => [field.role, field]));
    return formRoles.flatMap((role): FillResult[] => {
      const text = texts.get(role);
      if (text === undefined) return [];
      const field = now.get(role);
      if (!field) return [{ role, label: '', outcome: 'missing', holds: '' }];
      const { value: holds } = field.control;
      const known = early.get(role);
      const isDecided = known !== undefined && known !== 'kept';
      const outcome = isDecided ? known : holds === text ? (known ?? 'written') : 'changed';
      return [{ role, label: field.label, outcome, holds }];
    });
  };

  return {
    read() {
      const form = findForm(document);
      if (typeof form === 'string') return { form, fields: [], undoable: [] };
      const fields = form.map(({ role, label, control }) => ({ role, label, holds: control.value }));
      const undoable = fields.filter(({ role, holds }) => filled.get(role)?.wrote === holds);
      return { form: 'found', fields, undoable: undoable.map(({ role }) => role) };
    },
    async fill(texts) {
      const before = new Map(find().map(({ role, control }) => [role, control.value]));
      const results = await writeAll(new Map(Object.entries(texts) as [FormRole, string][]));
      filled.clear();
      for (const { role, outcome, holds } of results) {
        const held = before.get(role);
        if (held === undefined || held === holds) continue;
        if (outcome === 'written' || outcome === 'changed') filled.set(role, { before: held, wrote: holds });
      }
      return results;
    },
    async undo() {
      const fields = find();
      const edited: FillResult[] = [];
      const texts = new Map<FormRole, string>();
      for (const [role, { before, wrote }] of filled) {
        const field = fields.find((each) => each.role === role);
        if (!field || field.control.value === wrote) texts.set(role, before);
        else edited.push({ role, label: field.label, outcome: 'edited', holds: field.control.value });
      }
      filled.clear();
      return [...(await writeAll(texts)), ...edited];
    },
  };
}
