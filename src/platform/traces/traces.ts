import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Attributes, type Context, ROOT_CONTEXT, type SpanKind, trace } from '@opentelemetry/api';
import type { Logger } from 'pino';
import { OpenSpan } from './open-span.js';
import type { SpanSender } from './span-sender.js';
import { formatTraceparent, parseTraceparent } from './traceparent.js';

interface SpanOptions {
  /** `traceparent` of the span that this one follows from; else it follows from the span at hand. */
  readonly parent?: string | null | undefined;
  readonly kind?: SpanKind;
  /** Ids, counts and names of the code: never what a caller wrote, nor anything of a person. */
  readonly attributes?: Attributes;
}

/**
 * What this process does and for what, as spans of OpenTelemetry traces. Until `start` nothing is recorded: work just runs.
 * Which span is at hand follows the flow of calls and promises.
 */
@Injectable()
export class Traces implements OnApplicationShutdown {
  private readonly atHand = new AsyncLocalStorage<OpenSpan>();
  private sender: SpanSender | undefined;

  /** Records from now on, and sends to the collector at `endpoint`; without one stays off, and loads nothing. */
  async start(endpoint: string, service: string, logger: Logger): Promise<void> {
    if (endpoint === '') return;
    const { openSpanSender } = await import('./span-sender.js');
    this.sender = openSpanSender(endpoint, service, logger);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sender?.close();
  }

  get current(): OpenSpan | undefined {
    return this.atHand.getStore();
  }

  /** What tells others of the span at hand; undefined where there is none. */
  get traceparent(): string | undefined {
    return this.current && formatTraceparent(this.current.context);
  }

  /** Runs `work` within a span of its own. */
  async span<T>(name: string, work: () => Promise<T>, options: SpanOptions = {}): Promise<T> {
    const span = this.open(name, options);
    if (!span) return work();
    try {
      return await this.within(span, work);
    } catch (error) {
      span.fail(error instanceof Error ? error.name : typeof error);
      throw error;
    } finally {
      span.end();
    }
  }

  /** Runs a step of the work at hand within a span named by both; by itself a step is not recorded. */
  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.current ? this.span(`${this.current.name}: ${name}`, work) : work();
  }

  /** A span for work that is not one call; whoever opens it ends it. Undefined while nothing is recorded. */
  open(name: string, { parent, kind, attributes }: SpanOptions = {}): OpenSpan | undefined {
    const options = { ...(kind !== undefined && { kind }), ...(attributes && { attributes }) };
    const span = this.sender?.tracer.startSpan(name, options, this.contextOf(parent));
    return span && new OpenSpan(span, name);
  }

  /** Calls `work` with `span` at hand. */
  within<T>(span: OpenSpan, work: () => T): T {
    return this.atHand.run(span, work);
  }

  private contextOf(parent: string | null | undefined): Context {
    const told = parseTraceparent(parent) ?? this.current?.context;
    return told ? trace.setSpanContext(ROOT_CONTEXT, told) : ROOT_CONTEXT;
  }
}
