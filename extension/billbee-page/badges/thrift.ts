/** Keeps a kind of work to a share of the page's time. */
export interface Thrift {
  /** Notes how long it took, in milliseconds. */
  note(milliseconds: number): void;
  /** Milliseconds to wait until the share allows the work again; 0 or less: it does. */
  wait(): number;
}

/**
 * @param share - of the time at most, e.g. 0.01: work of 5 ms is followed by 495 ms without
 * @param now - the clock, in milliseconds
 */
export function thrift(share: number, now: () => number = () => performance.now()): Thrift {
  let free = 0;
  return {
    note(milliseconds) {
      free = Math.max(free, now()) + milliseconds / share;
    },
    wait: () => free - now(),
  };
}
