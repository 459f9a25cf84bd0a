import { createHmac } from 'node:crypto';

/** A request to the service as the PHP file signs it, with what a test wants to have wrong. */
export async function sendCommand(
  url: string,
  token: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }> {
  const timestamp = headers['x-billbee-timestamp'] ?? String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', token).update(`${timestamp}\n`).update(body).digest('hex');
  const response = await fetch(`${url}/v1/command`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-billbee-timestamp': timestamp,
      'x-billbee-signature': `v1=${signature}`,
      ...headers,
    },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** A command that the service understands. */
export function command(
  action: string,
  data: unknown,
  settings: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return {
    protocol: 1,
    requestId: `test-${Math.random().toString(16).slice(2, 14)}`,
    pluginVersion: '0.1.0',
    shop: { id: 1 },
    action,
    data,
    settings,
  };
}
