import { setTimeout as sleep } from 'node:timers/promises';
import type { AnswerFault, Fault } from './faults.js';

/** The answer that stands in for Billbee's. */
export function faultAnswer(fault: AnswerFault): Response {
  const contentType = fault.contentType ?? 'application/json; charset=utf-8';
  return new Response(fault.body ?? null, {
    status: fault.status,
    headers: { 'Content-Type': contentType, ...fault.headers },
  });
}

/**
 * Damages a good answer on its way out.
 *
 * @param response what Billbee would have answered
 */
export async function damage(response: Response, fault: Fault): Promise<Response> {
  switch (fault.kind) {
    case 'answer':
      return faultAnswer(fault);
    case 'stall':
    case 'duplicate-rows':
      return response;
    case 'truncate':
      return cut(response, fault.share ?? 0.5);
    case 'reset':
      return breakOff(response, fault.share ?? 0.5);
  }
}

/** Waits out a stall; a closing sandbox or a caller that gave up ends it. */
export async function stall(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

async function cut(response: Response, share: number): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.delete('Content-Length');
  return new Response(bytes.slice(0, Math.floor(bytes.length * share)), { status: response.status, headers });
}

async function breakOff(response: Response, share: number): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  // One byte more than there is, so that even an empty body is seen to be incomplete.
  headers.set('Content-Length', String(bytes.length + 1));
  const kept = bytes.slice(0, Math.floor(bytes.length * share));
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!sent && kept.length > 0) controller.enqueue(kept);
      else {
        // Time for what was sent to leave before the connection breaks.
        await sleep(20);
        controller.error(new Error('The sandbox broke the connection off.'));
      }
      sent = true;
    },
  });
  return new Response(body, { status: response.status, headers });
}
