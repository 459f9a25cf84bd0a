import type { Context } from 'hono';

const problems = 'https://api.xentral.biz/problems';

/** Source: `Xentral API: Problem`, request validation. */
export function invalid(context: Context, violations: Readonly<Record<string, unknown>>): Response {
  return context.json(
    { type: `${problems}/request-validation`, title: 'Request payload validation failed.', violations },
    400,
    { 'content-type': 'application/problem+json' },
  );
}

/** Source: `Xentral API: Problem`, generic validation. */
export function refused(context: Context, ...messages: readonly string[]): Response {
  return context.json(
    { type: `${problems}/generic-validation`, title: 'Validation failed.', messages },
    400,
    {
      'content-type': 'application/problem+json',
    },
  );
}

/** 201 with an empty body: the new id is only in the `Location` header. */
export function created(context: Context, path: string): Response {
  const { origin } = new URL(context.req.url);
  return context.body(null, 201, { location: `${origin}${path}`, 'content-type': 'text/html' });
}
