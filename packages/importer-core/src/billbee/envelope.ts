import { z } from 'zod';

/**
 * What Billbee puts around its answers; every member can be absent or null, and words come as text or number.
 *
 * Source: `Billbee API: response envelope`; `Message` is what ASP.NET answers before Billbee's own code runs.
 */
const word = z.union([z.string(), z.number(), z.boolean()]).transform(String).nullish().catch(undefined);

const count = z
  .union([
    z.number().int().nonnegative(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .nullish()
  .catch(undefined);

const paging = z.object({ Page: count, TotalPages: count, TotalRows: count }).nullish().catch(undefined);

const envelope = z.object({
  ErrorMessage: word,
  ErrorCode: word,
  ErrorDescription: word,
  Message: word,
  Data: z.unknown().optional(),
  Paging: paging,
});

/** An answer's parts, whether it came in an envelope or bare. */
export interface Unwrapped {
  /** True when it was an object with at least one of the envelope's own members. */
  readonly enveloped: boolean;
  readonly data: unknown;
  readonly paging: z.infer<typeof paging>;
  /** Billbee's ErrorCode when it stands for a failure, `''` for a failure without a code. */
  readonly failure: string | undefined;
  /** Billbee's own words about a failure, not yet redacted or clipped. */
  readonly words: string;
}

const members = ['ErrorMessage', 'ErrorCode', 'ErrorDescription', 'Data', 'Paging'];

/**
 * Takes an answer out of its envelope. A bare array is data; so is an object without any of the members.
 *
 * It is a failure when `ErrorCode` is not 0 or `ErrorMessage` says something, whatever the HTTP status.
 */
export function unwrap(json: unknown): Unwrapped {
  const parsed = typeof json === 'object' && !Array.isArray(json) ? envelope.safeParse(json) : undefined;
  if (!parsed?.success) {
    return { enveloped: false, data: json, paging: undefined, failure: undefined, words: '' };
  }
  const { Data, ErrorCode, ErrorDescription, ErrorMessage, Message, Paging } = parsed.data;
  const enveloped = members.some((member) => Object.hasOwn(json as object, member));
  const code = isNoError(ErrorCode) ? '' : (ErrorCode ?? '').trim();
  const failed = code !== '' || (ErrorMessage ?? '').trim() !== '';
  const description = isNoError(ErrorDescription) || ErrorDescription === ErrorCode ? '' : ErrorDescription;
  const words = [ErrorMessage, description, Message].map((text) => text?.trim()).filter(Boolean);
  return {
    enveloped,
    data: enveloped ? Data : json,
    paging: Paging,
    failure: failed ? code : undefined,
    words: [...new Set(words)].join(' / '),
  };
}

function isNoError(code: string | null | undefined): boolean {
  return /^\s*(?:0*|NoError)\s*$/i.test(code ?? '');
}
