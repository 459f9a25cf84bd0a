/** What a frame says about its focus, and what came of inserting there. */
export interface FieldAnswer {
  readonly outcome:
    | 'inserted'
    /** Only asked: there is a field that takes text. */
    | 'field'
    | 'no-field'
    | 'read-only'
    /** A number field takes one id, not a list. */
    | 'one-number'
    | 'too-long'
    /** The page put the text back out. */
    | 'refused';
  /** The focus is in a frame inside this one. */
  readonly inFrame: boolean;
  /** This frame, or one inside it, has the keyboard. */
  readonly hasFocus: boolean;
}

/**
 * Inserts a text into the focused field of the frame it runs in, so that the page's framework notices: as typed text
 * where the browser does that, else by the prototype's own setter and an input event; then a change event. Focus is
 * followed into shadow roots. A field that holds nothing but ids is replaced whole, so that `3` does not become
 * `33,16`; in any other text the ids go in at the caret.
 *
 * @param text - what to insert; null only asks whether there is a field
 */
export function insertIntoFocusedField(text: string | null): FieldAnswer {
  const onlyIds = /^[\d\s,;]*$/;
  const textTypes = /^(?:text|search|tel|url|email|number)$/;

  // Closed roots as well: Firefox has a property for it, Chrome a call.
  function rootIn(host: Element): ShadowRoot | null {
    type Opener = { readonly openOrClosedShadowRoot?: ShadowRoot | null };
    type Chrome = { chrome?: { dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } } };
    const { chrome } = globalThis as Chrome;
    try {
      return (
        host.shadowRoot ??
        (host as Opener).openOrClosedShadowRoot ??
        chrome?.dom?.openOrClosedShadowRoot?.(host) ??
        null
      );
    } catch {
      return null;
    }
  }

  function focused(): Element | null {
    let element = document.activeElement;
    for (let depth = 0; element && depth < 50; depth += 1) {
      const inner: Element | null = rootIn(element)?.activeElement ?? null;
      if (!inner) break;
      element = inner;
    }
    return element;
  }

  const element = focused();
  const answer = (outcome: FieldAnswer['outcome']): FieldAnswer => ({
    outcome,
    inFrame: element !== null && /^i?frame$/i.test(element.tagName),
    hasFocus: document.hasFocus(),
  });
  const asTyped = (value: string): void => {
    try {
      document.execCommand('insertText', false, value);
    } catch {
      // Told by the field's value.
    }
  };
  const notify = (target: Element, data: string): void => {
    const init = { bubbles: true, composed: true, inputType: 'insertReplacementText', data };
    target.dispatchEvent(new InputEvent('input', init));
  };
  const changed = (target: Element): void => {
    target.dispatchEvent(new Event('change', { bubbles: true }));
  };

  function intoControl(field: HTMLInputElement | HTMLTextAreaElement, value: string): FieldAnswer['outcome'] {
    if (field.readOnly || field.disabled) return 'read-only';
    if (field.type === 'number' && !/^\d+$/.test(value)) return 'one-number';
    const before = field.value;
    const whole = onlyIds.test(before);
    const start = whole ? 0 : (field.selectionStart ?? before.length);
    const end = whole ? before.length : (field.selectionEnd ?? before.length);
    const next = before.slice(0, start) + value + before.slice(end);
    if (field.maxLength >= 0 && next.length > field.maxLength) return 'too-long';
    if (before !== next) {
      field.focus({ preventScroll: true });
      if (whole) field.select();
      asTyped(value);
      if (field.value === before) {
        const { prototype } = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, next);
        notify(field, value);
      }
      changed(field);
    }
    return before === next || field.value !== before ? 'inserted' : 'refused';
  }

  function intoRichText(field: HTMLElement, value: string): FieldAnswer['outcome'] {
    const before = field.textContent ?? '';
    const selection = document.getSelection();
    const inside = selection?.anchorNode && field.contains(selection.anchorNode);
    if (onlyIds.test(before)) selection?.selectAllChildren(field);
    else if (!inside) {
      selection?.selectAllChildren(field);
      selection?.collapseToEnd();
    }
    field.focus({ preventScroll: true });
    asTyped(value);
    if (field.textContent === before && before !== value) {
      if (onlyIds.test(before)) field.textContent = value;
      else field.append(value);
      notify(field, value);
    }
    changed(field);
    return field.textContent?.includes(value) ? 'inserted' : 'refused';
  }

  const html = element instanceof HTMLElement ? element : null;
  const isInput = html?.tagName === 'INPUT' && textTypes.test((html as HTMLInputElement).type);
  const isControl = isInput || html?.tagName === 'TEXTAREA';
  const isRich = html?.isContentEditable === true;
  if (!html || !(isControl || isRich)) return answer('no-field');
  if (text === null) return answer('field');
  return answer(isControl ? intoControl(html as HTMLInputElement, text) : intoRichText(html, text));
}
