import { billbeeMessages } from '../messages/core/billbee-messages.js';
import type { Fetch } from '../ports.js';
import type { TriedCall } from './answer-error.js';

export interface Exchange {
  readonly response: Response;
  readonly text: string;
}

export interface ExchangeOptions {
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly call: TriedCall;
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
  { fetch, timeoutMs, signal, call, onHeaders }: ExchangeOptions,
): Promise<Exchange> {
  signal?.throwIfAborted();
  const abort = new AbortController();
  const passOn = (): void => abort.abort(signal?.reason);
  signal?.addEventListener('abort', passOn, { once: true });
  let what: 'none' | 'part' = 'none';
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Raced rather than left to the signal alone: an injected fetch may not heed it.
  const limit = new Promise<never>((_, reject) => {
    abort.signal.addEventListener('abort', () => reject(abort.signal.reason), { once: true });
    timer = setTimeout(() => {
      abort.abort(billbeeMessages.retry('timeout', { ...call, seconds: timeoutMs / 1000, what }));
    }, timeoutMs);
  });
  const work = async (): Promise<Exchange> => {
    const response = await fetch(url, { ...init, signal: abort.signal });
    what = 'part';
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
