import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A clock that jumps, for this process and for others that are started with {@link SteppedClock.nodeOptions}. */
export class SteppedClock {
  readonly #file: string;
  #offset = 0;

  /** @param folder where the offset is written */
  constructor(folder: string) {
    this.#file = join(folder, 'clock-offset');
    this.step(0);
  }

  /** What a process has to be started with, as `NODE_OPTIONS`. */
  get nodeOptions(): string {
    const file = JSON.stringify(this.#file);
    // The embedded database takes its time from here, too.
    const script = `import { readFileSync } from 'node:fs';
      const real = Date.now, RealDate = Date;
      let offset = 0;
      const read = () => { try { offset = Number(readFileSync(${file}, 'utf8')); } catch {} };
      read();
      setInterval(read, 20).unref();
      globalThis.Date = class extends RealDate {
        constructor(...parts) { super(...(parts.length === 0 ? [real() + offset] : parts)); }
        static now() { return real() + offset; }
      };`;
    return `--import=data:text/javascript,${encodeURIComponent(script)}`;
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  /** @param milliseconds may be negative: somebody sets the clock back */
  step(milliseconds: number): void {
    this.#offset += Math.round(milliseconds);
    writeFileSync(this.#file, String(this.#offset));
  }
}
