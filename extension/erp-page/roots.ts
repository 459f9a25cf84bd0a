/**
 * Ways through a document and its shadow roots, closed ones as well. Accessors are taken from the prototypes: a page
 * may hold elements that are named as properties of `document` are.
 */
const { querySelectorAll: inDocument } = Document.prototype;
const { querySelectorAll: inFragment } = DocumentFragment.prototype;

/** Where elements live: a document, or a shadow root in it. */
export type Root = Document | ShadowRoot;

type Opener = { readonly openOrClosedShadowRoot?: ShadowRoot | null };
type ChromeDom = { readonly dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
const { chrome } = globalThis as { chrome?: ChromeDom };

/** The shadow root of an element, also a closed one: Firefox has a property for it, Chrome a call. */
export function shadowIn(host: Element): ShadowRoot | null {
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

/** The elements of one root that match, without those in shadow roots below it. */
export function matching<Kind extends Element = HTMLElement>(root: Root, selector: string): Kind[] {
  const found =
    root.nodeType === Node.DOCUMENT_NODE ? inDocument.call(root, selector) : inFragment.call(root, selector);
  return [...(found as NodeListOf<Kind>)];
}

/** A page of more shadow roots than this is not looked through to its end. */
const mostRoots = 3_000;
/** Only these built-in elements can have a shadow root; own elements have a hyphen in their name. */
const hosts = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** The document and every shadow root in it. */
export function rootsOf(document: Document): Root[] {
  const roots: Root[] = [document];
  for (let at = 0; at < roots.length && roots.length < mostRoots; at += 1) {
    for (const element of matching(roots[at] as Root, '*')) {
      const root = hosts.test(element.localName) ? shadowIn(element) : null;
      if (root) roots.push(root);
    }
  }
  return roots;
}

/** The element with the focus, followed into shadow roots; the body when none has it. */
export function focusedElement(document: Document): Element | null {
  let element = document.activeElement;
  for (let depth = 0; element && depth < 50; depth += 1) {
    const inner: Element | null = shadowIn(element)?.activeElement ?? null;
    if (!inner) break;
    element = inner;
  }
  return element;
}
