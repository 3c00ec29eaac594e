import { isSpanContextValid, type SpanContext } from '@opentelemetry/api';

/** Version 00, or a later one that may say more behind its flags: https://www.w3.org/TR/trace-context/#traceparent-header */
const shape =
  /^(?:00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})|(?!00|ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?)$/;

/** A span as other processes are told of it, in version 00; no more than its ids and whether it is recorded. */
export function formatTraceparent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

/** The span that a caller told of; undefined for what is none: then a trace begins here. */
export function parseTraceparent(text: string | null | undefined): SpanContext | undefined {
  const parts = shape
    .exec(text ?? '')
    ?.slice(1)
    .filter((part: string | undefined) => part !== undefined);
  if (!parts) return undefined;
  const [traceId = '', spanId = '', flags = ''] = parts;
  const span = { traceId, spanId, traceFlags: parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(span) ? span : undefined;
}
