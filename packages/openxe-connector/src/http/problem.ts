/** A request that cannot be answered as it is; becomes a 4xx with a reason. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: 400 | 401 | 413 | 415 | 422 | 429;
  /** Stable, e.g. `token-wrong`. */
  readonly code: string;
  /** `connection: close` where the body was not read: the socket cannot be used again. */
  readonly headers: Readonly<Record<string, string>>;

  /** @param message for people, in German: the ERP shows it */
  constructor(
    status: Problem['status'],
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
