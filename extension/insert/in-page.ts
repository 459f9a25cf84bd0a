import { insertIntoFocusedField } from './insert-into-focused-field.js';
import { showNotice } from './show-notice.js';

/**
 * What the extension does in the pages of other hosts. It is a file of its own, put into a page only on the click that
 * asks for it: the background script, which starts anew for every event, does not carry it.
 */
const inPage = { insertIntoFocusedField, showNotice };

/** The global object of a frame, as the extension's scripts share it; the page sees another. */
export interface InsertWorld {
  billbeeInsert?: typeof inPage;
}

(globalThis as InsertWorld).billbeeInsert = inPage;
