import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it, vi } from 'vitest';
import { openTracing } from './open-tracing.js';

afterEach(() => vi.unstubAllEnvs());

const figures = {
  step: 'poll' as const,
  dead: false,
  steps: {},
  read: 2,
  created: 1,
  skipped: 1,
  held: 0,
  calls: 1,
  retries: 0,
  sent: 0,
};

it('sends a lease and its calls to the collector, without naming the account', async () => {
  const received: string[] = [];
  const collector = createServer(async (request, response) => {
    received.push(`${request.url} ${await text(request)}`);
    response.end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as { port: number };
  // The exporter reads its settings from the process's environment.
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${port}`);
  const tracing = await openTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` }, '1.2.3');
  tracing.begin('erika@example.com');
  const call = { method: 'GET', route: '/orders', status: 200, error: undefined, attempt: 1, durationMs: 30 };
  tracing.call('erika@example.com', call);
  tracing.call('nobody@example.com', call);
  tracing.end('erika@example.com', { outcome: 'done', ...figures });
  await tracing.close();
  await new Promise((resolve) => collector.close(resolve));
  const [request = ''] = received;
  expect(request).toMatch(/^\/v1\/traces \{/);
  expect(request).not.toContain('erika');
  const { resourceSpans } = JSON.parse(request.slice('/v1/traces '.length));
  const spans = resourceSpans[0].scopeSpans[0].spans as Record<string, unknown>[];
  expect(spans.map(({ name }) => name).sort()).toEqual(['GET /orders', 'lease']);
  const lease = spans.find(({ name }) => name === 'lease');
  const request1 = spans.find(({ name }) => name === 'GET /orders');
  expect(request1).toMatchObject({ traceId: lease?.['traceId'], parentSpanId: lease?.['spanId'] });
});

it('does nothing without the setting', async () => {
  const tracing = await openTracing({}, '1.2.3');
  tracing.begin('a');
  tracing.end('a', { outcome: 'done', ...figures });
  await tracing.close();
});
