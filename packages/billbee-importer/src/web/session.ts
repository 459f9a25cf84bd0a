import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same; takes as long whether or not they are. */
export function sameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

/**
 * Sessions without a memory: the cookie holds its end and a signature, made with a key of the operator's token. Another token
 * ends all of them.
 */
export class Sessions {
  readonly #key: Buffer;
  readonly #lifeMs: number;

  /** @param lifeMs how long a session lasts, in milliseconds */
  constructor(token: string, lifeMs: number) {
    this.#key = createHmac('sha256', 'billbee-importer web session').update(token).digest();
    this.#lifeMs = lifeMs;
  }

  /** A new session's cookie. */
  start(now: number): string {
    const end = String(Math.floor(now + this.#lifeMs));
    return `${end}.${this.#sign('session', end)}`;
  }

  /** Whether a cookie is one of ours and has not ended. */
  isOpen(cookie: string | undefined, now: number): boolean {
    const [, end, signature] = /^(\d{1,15})\.([\w-]{43})$/.exec(cookie ?? '') ?? [];
    if (end === undefined || signature === undefined) return false;
    return sameSecret(signature, this.#sign('session', end)) && now < Number(end);
  }

  /** What a form of this session has to bring along, so that no other site can send it. */
  formToken(cookie: string): string {
    return this.#sign('form', cookie);
  }

  isFormToken(given: unknown, cookie: string): boolean {
    return typeof given === 'string' && sameSecret(given, this.formToken(cookie));
  }

  #sign(purpose: string, text: string): string {
    return createHmac('sha256', this.#key).update(`${purpose}:${text}`).digest('base64url');
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
