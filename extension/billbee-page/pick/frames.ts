/** A document of the page with where it lies in the top window. */
export interface PageFrame {
  readonly document: Document;
  /** Where an element of it is on the screen, in CSS pixels of the top window. */
  placeOf(element: Element): DOMRect;
}

const deepest = 5;
const mostFrames = 50;

/** The documents of a page that its own scripts can reach: the top one and the frames of the same origin. */
export function framesOf(top: Document): PageFrame[] {
  const frames: PageFrame[] = [];
  const add = (document: Document, left: () => number, up: () => number, depth: number): void => {
    if (frames.length >= mostFrames) return;
    frames.push({
      document,
      placeOf: (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return new DOMRect(x + left(), y + up(), width, height);
      },
    });
    if (depth >= deepest) return;
    for (const frame of Document.prototype.querySelectorAll.call(document, 'iframe, frame')) {
      const inner = documentIn(frame as HTMLIFrameElement);
      if (!inner) continue;
      const corner = () => frame.getBoundingClientRect();
      add(
        inner,
        () => left() + corner().x + frame.clientLeft,
        () => up() + corner().y + frame.clientTop,
        depth + 1,
      );
    }
  };
  add(
    top,
    () => 0,
    () => 0,
    0,
  );
  return frames;
}

/** Null for a frame of another origin, and an error where the browser is strict. */
function documentIn(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}
