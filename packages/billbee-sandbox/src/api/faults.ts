/** Something that goes wrong with one call. */
export type Fault =
  | AnswerFault
  /** The answer's text ends early, in a complete HTTP response; `share` of it arrives (default 0.5). */
  | { readonly kind: 'truncate'; readonly share?: number }
  /** The connection breaks in mid-body, after the call was carried out; `share` of it arrives (default 0.5). */
  | { readonly kind: 'reset'; readonly share?: number }
  /** The answer comes only after this many milliseconds of real time. */
  | { readonly kind: 'stall'; readonly milliseconds: number }
  /** A list repeats its first rows at the end; `rows` of them (default 3). */
  | { readonly kind: 'duplicate-rows'; readonly rows?: number };

/** Another answer instead of Billbee's. */
export interface AnswerFault {
  readonly kind: 'answer';
  readonly status: number;
  readonly body?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** True: the call takes effect all the same, and only its answer is lost. */
  readonly carryOut?: boolean;
  /** True: wrong credentials are answered as such first. */
  readonly afterAuthentication?: boolean;
}

/** HTTP 429; `retryAfter` in seconds or as a text, null for none. */
export function throttled(retryAfter: number | string | null = 1): AnswerFault {
  const headers = retryAfter === null ? {} : { 'Retry-After': String(retryAfter) };
  return json(429, { Message: 'Too many calls.' }, { headers });
}

/** An error of the server's own (HTTP 500 and the like); with `carryOut` after it did its work. */
export function serverError(status = 500, carryOut = false): AnswerFault {
  return json(status, { Message: 'An error has occurred.' }, { carryOut });
}

/** A web page where JSON was expected. */
export function htmlPage(status = 200): AnswerFault {
  const body = '<html><head><title>Wartung</title></head><body><h1>Gleich wieder da</h1></body></html>';
  return { kind: 'answer', status, contentType: 'text/html; charset=utf-8', body };
}

/** HTTP 401 that does not tell what is wrong. */
export function unauthorized(): AnswerFault {
  return json(401, { Message: 'Access denied.' });
}

function errorCode(code: number, name: string, message: string): AnswerFault {
  const body = { ErrorMessage: message, ErrorCode: code, ErrorDescription: name, Data: null };
  return json(200, body, { afterAuthentication: true });
}

function json(status: number, body: unknown, rest: Partial<AnswerFault> = {}): AnswerFault {
  const contentType = 'application/json; charset=utf-8';
  return { kind: 'answer', status, contentType, body: JSON.stringify(body), ...rest };
}

/** Standing faults of `--fault`, one for each cause a connection check has to name. */
export const NAMED_FAULTS = {
  'api-off': errorCode(1, 'ApiNotActivated', 'The API is not activated in this account.'),
  'not-booked': errorCode(17, 'APIServiceNotBooked', 'The API service is not booked.'),
  'no-rights': {
    ...json(403, { Message: 'This user has no right to use the API.' }),
    afterAuthentication: true,
  },
  unauthorized: unauthorized(),
  throttled: throttled(2),
  'throttled-silently': throttled(null),
  error: serverError(500),
  down: htmlPage(503),
  html: htmlPage(200),
  truncated: { kind: 'truncate' },
  reset: { kind: 'reset' },
  stall: { kind: 'stall', milliseconds: 600_000 },
  'duplicate-rows': { kind: 'duplicate-rows' },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof NAMED_FAULTS;
/** Every name that `--fault` knows. */
export const FAULT_NAMES = Object.keys(NAMED_FAULTS) as FaultName[];
