import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { Clock } from 'importer-core';

const cookieName = 'billbee_importer_session';
const lifeMs = 12 * 3_600_000;

/** Somebody who has signed in. */
export interface Session {
  /** What a form of this session has to bring along, so that no other site can send it. */
  readonly formToken: string;
}

/** Sessions that nobody has to remember. */
export interface Sessions {
  /** Gives the answer the cookie of a new session. */
  start(context: Context): Promise<void>;
  /** The session whose cookie a request brings; undefined when it brings none, a forged one or one that has ended. */
  read(context: Context): Promise<Session | undefined>;
  end(context: Context): void;
}

/**
 * Sessions whose cookies hold their end and their form token, signed with a key that is made of the operator's token: another
 * token ends all of them.
 */
export function createSessions(token: string, clock: Pick<Clock, 'now'>): Sessions {
  const key = createHmac('sha256', 'billbee-importer web session').update(token).digest('hex');
  return {
    start(context) {
      const end = Math.floor(clock.now() + lifeMs);
      const value = `${end}~${randomBytes(24).toString('base64url')}`;
      return setSignedCookie(context, cookieName, value, key, cookieOptions(context, lifeMs / 1000));
    },
    async read(context) {
      const value = await getSignedCookie(context, key, cookieName);
      const [, end, formToken] = /^(\d{1,15})~([\w-]{32})$/.exec(value || '') ?? [];
      return formToken !== undefined && clock.now() < Number(end) ? { formToken } : undefined;
    },
    end(context) {
      deleteCookie(context, cookieName, cookieOptions(context, 0));
    },
  };
}

/** A cookie of this page: for no script, no other site and, where the page has a certificate, no open line. */
export function cookieOptions(context: Context, seconds: number): CookieOptions {
  // The first of several is what the browser has used.
  const [forwarded = ''] = (context.req.header('x-forwarded-proto') ?? '').split(',');
  const secure = new URL(context.req.url).protocol === 'https:' || forwarded.trim().toLowerCase() === 'https';
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure, maxAge: seconds };
}

/** Whether two secrets are the same; takes as long whether or not they are. */
export function sameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
