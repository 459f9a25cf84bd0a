import {
  type Fault,
  htmlPage,
  serverError,
  throttled,
  unauthorized,
} from '../../../packages/billbee-sandbox/src/index.js';
import type { Random } from '../random.js';
import { Figures } from './figures.js';

/** Longer than the client's time limit. */
export const STALL_MS = 10_000;

const WEIGHTS = {
  '429 with Retry-After': 3,
  '429 with a date': 1,
  '429 without a hint': 2,
  'status 500': 3,
  'status 500 after its work': 2,
  'web page': 2,
  truncated: 3,
  reset: 3,
  stall: 1.5,
  'duplicate rows': 4,
  'row in place of another': 2,
  'status 401': 0.4,
} as const;
type Kind = keyof typeof WEIGHTS;

/** Decides which calls go wrong, alone or several in a row. */
export class Faults {
  /** Of all calls, those that go wrong. */
  share: number;
  /** Set for the call under way: to be done by the wire, because the answer is sound. */
  onWire: 'stall' | 'row in place of another' | undefined;
  readonly #random: Random;
  readonly #figures: Figures;
  readonly #now: () => number;
  readonly #overSockets: boolean;
  #row: { kind: Kind; left: number } | undefined;

  constructor(random: Random, figures: Figures, now: () => number, overSockets: boolean) {
    this.#random = random;
    this.#figures = figures;
    this.#now = now;
    this.#overSockets = overSockets;
    this.share = random.pick([0, 0.02, 0.08, 0.08, 0.3]);
  }

  /** From now on nothing goes wrong any more. */
  end(): undefined {
    this.share = 0;
    this.onWire = undefined;
  }

  next(): { readonly kind: Kind; readonly fault: Fault | undefined } | undefined {
    this.onWire = undefined;
    if (this.share === 0) return undefined;
    const random = this.#random;
    if (this.#row && --this.#row.left < 0) this.#row = undefined;
    if (!this.#row) {
      if (!random.chance(this.share)) return undefined;
      const kind = random.weighted(WEIGHTS);
      // Each stall over a socket takes real time.
      const mayLast = random.chance(0.15) && !(kind === 'stall' && this.#overSockets);
      this.#row = { kind, left: mayLast ? random.integer(1, 14) : 0 };
    }
    const { kind } = this.#row;
    Figures.count(this.#figures.faults, kind);
    return { kind, fault: this.#make(kind) };
  }

  #make(kind: Kind): Fault | undefined {
    const random = this.#random;
    switch (kind) {
      case '429 with Retry-After':
        return throttled(random.pick([1, 1, 2, 5, 60, 400]));
      case '429 with a date':
        return throttled(new Date(this.#now() + random.integer(1, 5) * 1000).toUTCString());
      case '429 without a hint':
        return throttled(null);
      case 'status 500':
        return serverError(random.pick([500, 502, 503, 504]));
      case 'status 500 after its work':
        return serverError(500, true);
      case 'web page':
        return htmlPage(200);
      case 'truncated':
        return { kind: 'truncate', share: random.pick([0, 0.01, 0.5, 0.9, 0.9999]) };
      case 'reset':
        return { kind: 'reset', share: random.pick([0, 0.3, 0.5, 0.99, 1]) };
      case 'duplicate rows':
        return { kind: 'duplicate-rows', rows: random.integer(1, 4) };
      case 'status 401':
        return unauthorized();
      case 'stall':
        if (this.#overSockets) return { kind: 'stall', milliseconds: STALL_MS };
        this.onWire = kind;
        return undefined;
      case 'row in place of another':
        this.onWire = kind;
        return undefined;
    }
  }
}
