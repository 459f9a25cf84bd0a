/** The sandbox's time; hand in your own to move it in tests. */
export interface SandboxClock {
  /** Milliseconds since 1970-01-01T00:00:00Z; may have a fraction. */
  now(): number;
}

/** The machine's time, in fractions of a millisecond and never running backwards. */
export const systemClock: SandboxClock = {
  now: () => performance.timeOrigin + performance.now(),
};
