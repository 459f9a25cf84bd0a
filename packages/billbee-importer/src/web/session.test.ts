import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { createSessions, sameSecret } from './session.js';

const hours = 3_600_000;

/** A page that signs in at `/start` and shows its session at `/`. */
function page(token: string) {
  const clock = { time: 1_700_000_000_000, now: () => clock.time };
  const sessions = createSessions(token, clock);
  const app = new Hono();
  app.get('/start', async (context) => {
    await sessions.start(context);
    return context.text('started');
  });
  app.get('/end', (context) => {
    sessions.end(context);
    return context.text('ended');
  });
  app.get('/', async (context) => context.json((await sessions.read(context)) ?? null));
  const read = async (cookie: string): Promise<{ formToken: string } | null> =>
    (await app.request('/', { headers: { cookie } })).json();
  const start = async (): Promise<string> =>
    (await app.request('/start')).headers.get('set-cookie')?.split(';')[0] ?? '';
  return { app, clock, read, start };
}

it('opens with its own cookies until they end, and with no others', async () => {
  const { clock, read, start } = page('a token of the operator');
  const cookie = await start();
  const [name = '', value = ''] = cookie.split('=');
  const [content = '', signature = ''] = decodeURIComponent(value).split('.');
  const [end = '', formToken = ''] = content.split('~');
  expect(await read(cookie)).toEqual({ formToken });
  expect(await page('another token').read(cookie)).toBeNull();
  const forge = (text: string): string => `${name}=${encodeURIComponent(text)}`;
  for (const forged of [
    '',
    forge(''),
    forge(content),
    forge(`${content}.`),
    forge(`${Number(end) + 1}~${formToken}.${signature}`),
    forge(`${end}~${formToken.toLowerCase()}x.${signature}`),
    forge(`${content}.${signature.slice(0, -3)}AA=`),
    forge('a token of the operator'),
  ]) {
    expect([forged, await read(forged)]).toEqual([forged, null]);
  }
  expect(cookie).not.toContain('operator');
  clock.time += 12 * hours - 1;
  expect(await read(cookie)).toEqual({ formToken });
  clock.time += 1;
  expect(await read(cookie)).toBeNull();
});

it('gives each session a form token of its own', async () => {
  const { read, start } = page('a token of the operator');
  const [first, second] = [await read(await start()), await read(await start())];
  expect(first?.formToken).toHaveLength(32);
  expect(first?.formToken).not.toBe(second?.formToken);
});

it('hides its cookie from scripts and other sites, and from open lines where there is a certificate', async () => {
  const { app } = page('a token of the operator');
  const cookieOf = async (address: string, headers: Record<string, string> = {}): Promise<string> =>
    (await app.request(address, { headers })).headers.get('set-cookie') ?? '';
  expect(await cookieOf('http://127.0.0.1/start')).toMatch(/; HttpOnly; SameSite=Strict$/);
  expect(await cookieOf('https://shop.example/start')).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
  expect(await cookieOf('http://127.0.0.1/start', { 'x-forwarded-proto': 'https' })).toContain('; Secure');
  expect(await cookieOf('http://127.0.0.1/end')).toContain('Max-Age=0');
});

it('compares secrets of any length', () => {
  expect(sameSecret('same', 'same')).toBe(true);
  expect(sameSecret('same', 'same ')).toBe(false);
  expect(sameSecret('', 'same')).toBe(false);
});
