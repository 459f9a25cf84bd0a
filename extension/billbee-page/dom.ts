/**
 * Reading a hostile document. `<form>` and `document` let named elements shadow their properties
 * (`<input name="firstElementChild">`), in a content script's own world too. These readers take the accessors
 * from the prototypes, which no page can shadow: once, for a look reads thousands of properties.
 */
function getter<This extends object, Value>(owner: { prototype: This }, name: string): (node: This) => Value {
  const { get } = Object.getOwnPropertyDescriptor(owner.prototype, name) as { get(this: This): Value };
  return (node) => get.call(node);
}

export const nextElement = getter<Element, Element | null>(Element, 'nextElementSibling');
export const before = getter<Element, Element | null>(Element, 'previousElementSibling');
export const lastChild = getter<Element, Element | null>(Element, 'lastElementChild');
export const localName = getter<Element, string>(Element, 'localName');
const openShadow = getter<Element, ShadowRoot | null>(Element, 'shadowRoot');
export const firstChild = getter<Node, Node | null>(Node, 'firstChild');
export const nextSibling = getter<Node, Node | null>(Node, 'nextSibling');
/** Null at the top of a document, a shadow root or a template. */
export const parentElement = getter<Node, Element | null>(Node, 'parentElement');
export const parentNode = getter<Node, Node | null>(Node, 'parentNode');
const nodeType = getter<Node, number>(Node, 'nodeType');
export const isElement = (node: Node | null | undefined): node is Element => !!node && nodeType(node) === 1;

/** Browsers open closed roots to extensions: Firefox by a property, Chrome by a call. */
const firefoxShadow =
  'openOrClosedShadowRoot' in Element.prototype
    ? getter<Element, ShadowRoot | null>(Element, 'openOrClosedShadowRoot')
    : undefined;
const { chrome } = globalThis as {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
};

/** The shadow root of an element. A closed one is looked for where one is likely: asking Chrome takes a microsecond. */
export function shadowOf(element: Element): ShadowRoot | null | undefined {
  const open = openShadow(element);
  if (open || !(localName(element).includes('-') || !firstChild(element))) return open;
  try {
    return firefoxShadow ? firefoxShadow(element) : chrome?.dom?.openOrClosedShadowRoot(element);
  } catch {
    // Chrome throws for elements that are not of HTML.
    return undefined;
  }
}

export const isComment = (node: Node): boolean => nodeType(node) === 8;
/** The text of a text node or a script, which nothing can shadow. */
export const nodeText = (node: Node): string => node.textContent ?? '';

const { getAttribute, getAttributeNames, closest: nearest, matches: fits } = Element.prototype;

const { contains: holds } = Node.prototype;
/** Whether a node stands inside another, or is it. */
export const contains = (node: Node, inner: Node): boolean => holds.call(node, inner);

/** The nearest element that matches, itself included. */
export const closest = (element: Element, selector: string): Element | null =>
  nearest.call(element, selector);
export const matches = (element: Element, selector: string): boolean => fits.call(element, selector);
/** A form's own `querySelectorAll` may be a field of that name. */
export const allIn = (root: Node, selector: string): NodeListOf<Element> =>
  (isElement(root) ? Element : DocumentFragment).prototype.querySelectorAll.call(root, selector);

/** An attribute's value, '' when it is missing. */
export const attribute = (element: Element, name: string): string => getAttribute.call(element, name) ?? '';
export const attributeNames = (element: Element): string[] => getAttributeNames.call(element);
