/** Signs of a page's making, by the selector that shows them. */
const signs: Readonly<Record<string, string>> = {
  legacy: '#gridBody,#actionbuttons',
  bootstrap: '.btn,.dropdown-menu',
  angularjs: '.ng-scope,.ng-binding,[ng-app]',
  angular: '[ng-version]',
  material: 'mat-option,mat-select,.mdc-button',
};

/** Which of Billbee's generations of pages this looks like; for a support report, nothing is decided by it. */
export function generationsOf(document: Document): string[] {
  // From the prototype: a page can shadow `document.querySelector` by a form of that name.
  const { querySelector } = Document.prototype;
  return Object.keys(signs).filter((name) => querySelector.call(document, signs[name] ?? ''));
}
