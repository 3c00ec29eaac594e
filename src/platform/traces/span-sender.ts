import { diag, DiagLogLevel, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { version } from '../config/release.js';

/** A collector that does not answer must not hold up the end of a process. */
const timeoutMillis = 5_000;

/** Who makes spans, and who sees that they arrive. */
export interface SpanSender {
  readonly tracer: Tracer;
  /** Sends what is left, and ends; never fails, as nothing but spans is lost. */
  close(): Promise<void>;
}

/** Makes spans of `service` and sends them in batches to an OTLP collector. Whoever began a trace decides whether it is recorded. */
export function openSpanSender(endpoint: string, service: string, logger: Logger): SpanSender {
  const warn = (message: string): void => logger.warn({ detail: message }, 'spans not sent');
  const quiet = (): void => undefined;
  diag.setLogger(
    { error: warn, warn, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: timeoutMillis })],
  });
  return {
    tracer: provider.getTracer('gongji', version),
    close: () =>
      provider.shutdown().catch((error: unknown) => logger.warn({ err: error }, 'the last spans were not sent')),
  };
}
