/** Signs of a page's making. */
const signs = ['#gridBody', '#actionbuttons', '.ng-binding', '[ng-version]', 'mat-option', 'mat-select'];

/** Which signs of Billbee's generations of pages are there; for a support report, nothing is decided by them. */
export const signsOf = (document: Document): string[] =>
  // From the prototype: a page can shadow `document.querySelector` by a form of that name.
  signs.filter((sign) => Document.prototype.querySelector.call(document, sign));
