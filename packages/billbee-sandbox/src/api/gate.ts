import type { MiddlewareHandler } from 'hono';
import type { LoggedCall } from '../call-log.js';
import { formatWallTime, wallTime } from '../naive-time.js';
import { answer } from './answers.js';
import { API_BASE, type ApiEnv, type ApiParts } from './api-env.js';
import { damage, faultAnswer, stall } from './apply-fault.js';
import { authenticate } from './authentication.js';
import { limitsOf } from './rate-limiter.js';

const NAMED_SEGMENTS: Readonly<Record<string, string>> = {
  findbyextref: '{extRef}',
};

/**
 * The operation a call belongs to: ids replaced by their names, so that the limit per endpoint counts
 * `GET /orders/1` and `GET /orders/2` together.
 *
 * @param path below `/api/v1`
 * @example endpointOf('GET', '/orders/300000180937794') // 'GET /orders/{id}'
 */
export function endpointOf(method: string, path: string): string {
  const segments = path.toLowerCase().split('/');
  const named = segments.map((segment, index) => {
    const before = segments[index - 1] ?? '';
    const name = NAMED_SEGMENTS[before];
    if (name) return name;
    if (before === 'webhooks' && segment !== 'filters') return '{id}';
    return /^\d+$/.test(segment) ? '{id}' : segment;
  });
  return `${method} ${named.join('/')}`;
}

/** What every call passes before an operation sees it, and what its answer passes on the way back. */
export function gate(parts: ApiParts): MiddlewareHandler<ApiEnv> {
  const { clock, limiter, log, state } = parts;

  const refusal = (request: Request, call: LoggedCall): Response | undefined => {
    const who = authenticate(request.headers, parts.credentials);
    if ('refused' in who) return answer({ Message: who.refused }, 401);
    if (!limiter) return undefined;
    const page = new URLSearchParams(call.query).get('page') ?? '1';
    const wait = limiter.admit(limitsOf({ ...who, ...call, page }), call.at);
    if (wait === 0) return undefined;
    const seconds = String(Math.max(1, Math.ceil(wait / 1000)));
    const body = { Message: 'Too many calls: wait for the time in Retry-After.' };
    return answer(body, 429, { 'Retry-After': seconds });
  };

  return async (context, next) => {
    const url = new URL(context.req.url);
    const path = url.pathname.slice(API_BASE.length);
    const { method } = context.req;
    const at = clock.now();
    const call = log.open({
      account: parts.credentials.username.toLowerCase(),
      at,
      method,
      path,
      query: url.search.slice(1),
      endpoint: endpointOf(method, path),
    });
    if (method !== 'GET' && !call.endpoint.includes('/webhooks')) call.body = await context.req.text();
    const fault = parts.fault(call);
    context.set('fault', fault);

    const respond = async (): Promise<Response> => {
      if (fault?.kind === 'stall') {
        await stall(fault.milliseconds, AbortSignal.any([context.req.raw.signal, parts.closed]));
      }
      const early = fault?.kind === 'answer' && !fault.afterAuthentication && !fault.carryOut;
      if (early) return faultAnswer(fault);
      const refused = refusal(context.req.raw, call);
      if (refused) return refused;
      if (fault?.kind === 'answer' && !fault.carryOut) return faultAnswer(fault);
      await next();
      return fault ? damage(context.res, fault) : context.res;
    };
    const response = await respond();
    log.close(call, response.status, formatWallTime(wallTime(at, state.zone)).slice(0, 7).replace('-', ''));
    context.res = undefined;
    context.res = response;
  };
}
