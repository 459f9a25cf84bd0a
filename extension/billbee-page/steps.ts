/** Work in steps: after each, whoever runs it may pause. */
export type Steps<Result> = Generator<undefined, Result>;

/** Longest time at a stretch, in milliseconds: the page stays responsive at 60 pictures a second. */
const slice = 10;

/** Takes all steps in one go. */
export function runAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Takes steps in slices of about 10 ms, between which the page has its turn.
 *
 * Pauses by messages and not by timers, which a tab in the background gets once a second.
 *
 * @param spent is told the working time of each slice, in milliseconds
 * @param finished gets the result; never called after the returned function
 * @returns ends the work
 */
export function runInSlices<Result>(
  steps: Steps<Result>,
  spent: (milliseconds: number) => void,
  finished: (result: Result) => void,
): () => void {
  const { port1, port2 } = new MessageChannel();
  const close = (): void => port1.close();
  const go = (): void => {
    const start = performance.now();
    const took = (): number => performance.now() - start;
    let step: IteratorResult<undefined, Result>;
    do step = steps.next();
    while (!step.done && took() < slice);
    spent(took());
    if (step.done) {
      close();
      finished(step.value);
    } else port2.postMessage(0);
  };
  port1.onmessage = go;
  go();
  return close;
}
