import { RetryError } from '../errors.js';
import type { Fetch } from '../ports.js';

export interface Exchange {
  readonly response: Response;
  readonly text: string;
}

export interface ExchangeOptions {
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Called as soon as the answer's headers are here, before its body. */
  onHeaders(response: Response): void;
}

/**
 * Sends one request and reads its whole answer, both within the time limit.
 *
 * The limit counts real time on purpose: a connection stalls in real time, whatever clock paces the calls.
 *
 * @throws RetryError `timeout`; the signal's reason when it is aborted; whatever `fetch` throws
 */
export async function exchange(
  url: string,
  init: RequestInit,
  { fetch, timeoutMs, signal, onHeaders }: ExchangeOptions,
): Promise<Exchange> {
  signal?.throwIfAborted();
  const abort = new AbortController();
  const passOn = (): void => abort.abort(signal?.reason);
  signal?.addEventListener('abort', passOn, { once: true });
  let phase = 'no answer';
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Raced rather than left to the signal alone: an injected fetch may not heed it.
  const limit = new Promise<never>((_, reject) => {
    abort.signal.addEventListener('abort', () => reject(abort.signal.reason), { once: true });
    timer = setTimeout(() => {
      const message = `${init.method} ${url.replace(/\?.*/, '')} got ${phase} within ${timeoutMs / 1000} s. Try again later.`;
      abort.abort(new RetryError('timeout', message));
    }, timeoutMs);
  });
  const work = async (): Promise<Exchange> => {
    const response = await fetch(url, { ...init, signal: abort.signal });
    phase = 'no complete answer';
    onHeaders(response);
    return { response, text: await response.text() };
  };
  try {
    return await Promise.race([work(), limit]);
  } catch (error) {
    if (abort.signal.aborted) throw abort.signal.reason;
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', passOn);
  }
}
