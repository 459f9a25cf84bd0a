import type { PageRunner } from '../browser/browser-port.js';
import type { FillResult, FormState } from '../erp-page/fill-form.js';
import type { FormRole } from '../erp-page/status-role.js';
import { askErpPage } from './ask-erp-page.js';

/** The form of a page that asks for status ids, and the frame it stands in. */
export interface ErpForm extends FormState {
  readonly frameId: number;
}

/** Ids for the form's fields, as texts. */
export type FormTexts = Partial<Record<FormRole, string>>;

/**
 * Looks for the ERP's form in every frame of a tab that the browser opens.
 *
 * @returns `unclear` when more than one form, or more than one field for a status, is there; `none` also where the
 *   browser lets no extension in
 */
export async function findErpForm(runner: PageRunner, tabId: number): Promise<ErpForm | 'unclear' | 'none'> {
  const frames = await askErpPage(runner, { tabId }, 'read').catch(() => []);
  const forms = frames.filter(({ result }) => result.form !== 'none');
  const [only] = forms;
  if (!only) return 'none';
  if (forms.length > 1 || only.result.form === 'unclear') return 'unclear';
  return { ...only.result, frameId: only.frameId };
}

/**
 * Fills the form's fields; one without a text stays untouched.
 *
 * @returns what each field holds after the page's own handlers; undefined when the page is gone
 */
export async function fillErpForm(
  runner: PageRunner,
  tabId: number,
  form: ErpForm,
  texts: FormTexts,
): Promise<readonly FillResult[] | undefined> {
  return await answers(askErpPage(runner, { tabId, frameId: form.frameId }, 'fill', texts));
}

/** Puts back what the fields held before they were filled; see {@link fillErpForm}. */
export async function undoErpForm(
  runner: PageRunner,
  tabId: number,
  form: ErpForm,
): Promise<readonly FillResult[] | undefined> {
  return await answers(askErpPage(runner, { tabId, frameId: form.frameId }, 'undo'));
}

async function answers(
  asked: Promise<readonly { readonly result: readonly FillResult[] }[]>,
): Promise<readonly FillResult[] | undefined> {
  try {
    return (await asked)[0]?.result;
  } catch {
    return undefined;
  }
}
