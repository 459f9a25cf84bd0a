import { SettingsError } from 'importer-core';
import type { BillbeeCall } from 'importer-core/service';
import { accountId } from '../account-id.js';
import { type Environment, settingOf } from '../settings/read-environment.js';
import type { WorkResult } from '../work/work-result.js';

/** A trace for each work on an account, with the calls to Billbee in it. */
export interface Tracing {
  begin(account: string): void;
  /** A call that has ended, of the work on the account. */
  call(account: string, call: BillbeeCall): void;
  end(account: string, result: WorkResult): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

const noTracing: Tracing = { begin() {}, call() {}, end() {}, async close() {} };

/**
 * Traces to the OpenTelemetry collector that `OTEL_EXPORTER_OTLP_ENDPOINT` (or `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`) names, over
 * HTTP; nothing without that setting. The SDK is loaded only then, and is for the operator to install.
 *
 * @throws SettingsError `tracing-missing` when the SDK is not installed
 */
export async function openTracing(env: Environment, version: string): Promise<Tracing> {
  const isWanted =
    settingOf(env, 'OTEL_EXPORTER_OTLP_ENDPOINT') ?? settingOf(env, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT');
  if (isWanted === undefined) return noTracing;
  const { api, sdk, exporter, resources } = await loadSdk();
  const provider = new sdk.BasicTracerProvider({
    resource: resources.resourceFromAttributes({
      'service.name': settingOf(env, 'OTEL_SERVICE_NAME') ?? 'billbee-importer',
      'service.version': version,
    }),
    spanProcessors: [new sdk.BatchSpanProcessor(new exporter.OTLPTraceExporter())],
  });
  const tracer = provider.getTracer('billbee-importer', version);
  const spans = new Map<string, ReturnType<typeof tracer.startSpan>>();
  return {
    begin(account) {
      spans.set(
        account,
        tracer.startSpan('lease', { attributes: { 'billbee.account': accountId(account) } }),
      );
    },
    call(account, { method, route, status, error, attempt, durationMs }) {
      const parent = spans.get(account);
      if (!parent) return;
      const end = Date.now();
      const attributes = {
        'http.request.method': method,
        'http.route': route,
        'http.request.resend_count': attempt - 1,
        ...(status !== undefined && { 'http.response.status_code': status }),
        ...(error !== undefined && { 'error.type': error }),
      };
      const kind = api.SpanKind.CLIENT;
      const context = api.trace.setSpan(api.ROOT_CONTEXT, parent);
      const span = tracer.startSpan(
        `${method} ${route}`,
        { startTime: end - durationMs, kind, attributes },
        context,
      );
      if (error !== undefined) span.setStatus({ code: api.SpanStatusCode.ERROR });
      span.end(end);
    },
    end(account, { outcome, created, skipped, held, sent }) {
      const span = spans.get(account);
      spans.delete(account);
      if (outcome === 'failed') span?.setStatus({ code: api.SpanStatusCode.ERROR });
      span?.setAttributes({
        'billbee.outcome': outcome,
        'billbee.orders.created': created,
        'billbee.orders.skipped': skipped,
        'billbee.orders.held': held,
        'billbee.reports.sent': sent,
      });
      span?.end();
    },
    close: () => provider.shutdown().catch(() => {}),
  };
}

async function loadSdk() {
  try {
    const [api, sdk, exporter, resources] = await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
    return { api, sdk, exporter, resources };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new SettingsError(
      'tracing-missing',
      'OTEL_EXPORTER_OTLP_ENDPOINT is set, but the OpenTelemetry SDK is not installed: npm install ' +
        '@opentelemetry/sdk-trace-base @opentelemetry/resources @opentelemetry/exporter-trace-otlp-http. Or remove the setting.',
      { cause: error, settings: ['OTEL_EXPORTER_OTLP_ENDPOINT'] },
    );
  }
}
