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

const broken = new WeakMap<Response, Uint8Array>();

/** For a server: the bytes to send before it destroys the connection; undefined for a sound answer. */
export function brokenOffAfter(response: Response): Uint8Array | undefined {
  return broken.get(response);
}

async function breakOff(response: Response, share: number): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  // One byte more than there is, so that even an empty body is seen to be incomplete.
  headers.set('Content-Length', String(bytes.length + 1));
  const kept = bytes.slice(0, Math.floor(bytes.length * share));
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      if (kept.length > 0) controller.enqueue(kept);
    },
    pull: (controller) => controller.error(new Error('The sandbox broke the connection off.')),
  });
  const cutShort = new Response(body, { status: response.status, headers });
  broken.set(cutShort, kept);
  return cutShort;
}
