import { type Attributes, type Span, type SpanContext, SpanStatusCode } from '@opentelemetry/api';

/** A span that has not ended. It takes no messages of errors: they may quote what a caller wrote. */
export class OpenSpan {
  constructor(
    private readonly span: Span,
    private known: string,
  ) {}

  get name(): string {
    return this.known;
  }

  get context(): SpanContext {
    return this.span.spanContext();
  }

  /** Names work that became known only on the way. */
  rename(name: string): void {
    this.known = name;
    this.span.updateName(name);
  }

  set(attributes: Attributes): void {
    this.span.setAttributes(attributes);
  }

  /** `type` is the error's class or code. */
  fail(type: string): void {
    this.span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', type);
  }

  end(): void {
    this.span.end();
  }
}
