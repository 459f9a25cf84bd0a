import type { ImporterError } from '../errors.js';
import { billbeeMessages } from '../messages/core/billbee-messages.js';
import type { TriedCall } from './answer-error.js';

/** Failures that come before the first byte of a request leaves: nothing can have been processed. */
const neverSent = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_SSL|EPROTO/;

/**
 * The error for a request that got no whole answer.
 *
 * `unreachable` means that it never left (no such host, connection refused); `network` that it may have
 * arrived; `tls` that the certificate or the TLS version does not fit.
 *
 * @param redact takes credentials out of a text
 */
export function sendError(call: TriedCall, error: unknown, redact: (text: string) => string): ImporterError {
  const codes = codesOf(error);
  const detail = redact(codes[0] ?? (error instanceof Error ? error.message : String(error))).slice(0, 200);
  const cause = new Error(redact(error instanceof Error ? `${error.name}: ${error.message}` : String(error)));
  if (codes.some((code) => certificate.test(code))) {
    return billbeeMessages.settings('tls', { ...call, detail }, ['baseUrl'], { cause });
  }
  if (codes.length > 0 && codes.every((code) => neverSent.test(code))) {
    return billbeeMessages.retry('unreachable', { ...call, detail }, { cause });
  }
  return billbeeMessages.retry('network', { ...call, detail }, { cause });
}

/** Every system error code behind a failed `fetch`: it hides them in causes and lists of causes. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  const deeper = Array.isArray(errors) ? errors : [cause];
  const found = deeper.flatMap((inner) => codesOf(inner, depth + 1));
  if (found.length > 0) return found;
  return typeof code === 'string' ? [code] : [];
}
