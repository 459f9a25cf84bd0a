import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { Random } from '../simulation/random.js';
import { command, sendCommand } from './support/shop-client.js';
import { fuzz, residentMb } from './support/shop-fuzz.js';
import { addShop, openErp, startShopService } from './support/shop-service.js';
import { openWorkplace } from './support/workplace.js';

it('stands requests that nobody should send, and serves another shop meanwhile', async () => {
  const workplace = await openWorkplace({ orders: 8 });
  const { username, apiPassword, apiKey } = workplace.sandbox.credentials;
  const token = await addShop(workplace, 'loud');
  const quiet = await addShop(workplace, 'quiet');
  const service = await startShopService(workplace);
  const { url } = service;
  const pid = service.child.pid ?? 0;
  const erp = await openErp(workplace, url, quiet);
  expect((await erp.check()).html).toBe('success');
  const settings = { bbUser: username, bbApiPassword: apiPassword, bbApiKey: apiKey, bbStatusOpen: '3' };

  // The other shop imports while these come.
  await erp.set({ demomodus: 0 });
  const served = erp.run('manual');
  const random = new Random(20261124);
  const secrets = [token, quiet, apiPassword, apiKey];
  const figures = await fuzz({ url, token, settings, secrets, requests: 300, random, pid });
  expect(figures.faults).toEqual([]);
  expect(figures.statuses['200']).toBeGreaterThan(10);
  expect(figures.statuses['422']).toBeGreaterThan(60);
  await served;
  expect((await erp.state()).staging.length).toBeGreaterThan(0);

  // 50 MB, with their size said and without.
  const before = residentMb(pid);
  const large = Buffer.alloc(50_000_000, 0x20);
  const statuses = await Promise.all(
    [1, 2, 3].map(() =>
      sendCommand(url, token, large)
        .then(({ status }) => status)
        .catch(() => 413),
    ),
  );
  expect(statuses).toEqual([413, 413, 413]);
  // Far more than anybody may send, but not for ever: this client goes on making chunks when nobody takes them.
  let sent = 0;
  const chunked = await fetch(`${url}/v1/command`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 200) controller.close();
        else controller.enqueue(new Uint8Array(1_000_000));
      },
    }),
    duplex: 'half',
  } as RequestInit).then(
    ({ status }) => status,
    () => 413,
  );
  expect(chunked).toBe(413);
  expect(residentMb(pid) - before).toBeLessThan(150);

  // Slow clients hold a socket, and nobody up.
  const slow = Array.from({ length: 40 }, () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      `POST /v1/command HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Length: 999\r\n\r\n{`,
    );
    return socket;
  });
  expect((await erp.check()).html).toBe('success');
  for (const socket of slow) socket.destroy();

  // No token, a wrong one, one of another kind: nothing is told, and after some the address has to wait.
  const right = JSON.stringify(command('auth', 'info', settings));
  const stranger = `bbi_${'0'.repeat(12)}_${'0'.repeat(64)}`;
  const refused = await sendCommand(url, stranger, right);
  expect([refused.status, JSON.parse(refused.text)]).toEqual([
    401,
    { ok: false, error: { code: 'token-wrong', message: expect.stringContaining('Token'), retry: true } },
  ]);
  expect((await sendCommand(url, token, right, { authorization: '' })).status).toBe(401);
  expect((await sendCommand(url, token, right, { authorization: `Bearer ${'x'.repeat(5000)}` })).status).toBe(
    401,
  );
  const many = await Promise.all(Array.from({ length: 30 }, () => sendCommand(url, stranger, right)));
  expect(many.at(-1)).toMatchObject({ status: 429 });
  expect(Number(many.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
  // The right token from the same address is served all the same.
  expect((await erp.check()).html).toBe('success');

  const described = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: object };
  expect(Object.keys(described.paths)).toEqual(['/v1/command', '/openapi.json']);
  const { stdout, stderr } = await service.stop();
  for (const secret of secrets) expect(stdout + stderr).not.toContain(secret);
});
