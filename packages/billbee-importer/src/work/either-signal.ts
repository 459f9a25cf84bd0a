/** A signal that is aborted when one of two is, and can be taken off both again. */
export interface EitherSignal {
  readonly signal: AbortSignal;
  unlink(): void;
}

/**
 * `AbortSignal.any` for signals that live as long as the process: on Node 20 each of its results stays with the long-lived one
 * for ever.
 */
export function eitherSignal(one: AbortSignal, other: AbortSignal): EitherSignal {
  const controller = new AbortController();
  const abort = (): void => controller.abort(one.aborted ? one.reason : other.reason);
  const unlink = (): void => {
    one.removeEventListener('abort', abort);
    other.removeEventListener('abort', abort);
  };
  if (one.aborted || other.aborted) {
    abort();
  } else {
    one.addEventListener('abort', abort, { once: true });
    other.addEventListener('abort', abort, { once: true });
  }
  return { signal: controller.signal, unlink };
}
