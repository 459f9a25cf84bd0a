/** Puts text on the clipboard: resolves only when it is there, throws otherwise. There is no half success. */
export type WriteClipboard = (text: string) => Promise<void>;

/** The clipboard of the document, which needs https or an extension page, focus and a recent click. */
export const writeToClipboard: WriteClipboard = (text) => navigator.clipboard.writeText(text);
