import type { ApolloServerPlugin } from '@apollo/server';
import { SpanKind } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import { operationSpanName } from './request-span.rules.js';
import type { OpenSpan } from './open-span.js';
import type { Traces } from './traces.js';

const path = '/graphql';

/** One span for each request to /graphql, child of the span that the caller tells of in `traceparent`. */
export function traceRequests(http: FastifyInstance, traces: Traces): void {
  const spans = new WeakMap<object, OpenSpan>();
  http.addHook('onRequest', ({ raw, method, url }, reply, done) => {
    const span = url.split('?')[0] === path ? openRequest(traces, method, raw.headers['traceparent']) : undefined;
    if (span) {
      spans.set(raw, span);
      // Comes however a request ends, also when the caller hangs up.
      reply.raw.once('close', () => {
        span.set({ 'http.response.status_code': reply.raw.statusCode });
        span.end();
      });
    }
    done();
  });
  // Only here: the flow of calls begins anew once the body is read.
  http.addHook('preValidation', ({ raw }, _reply, done) => {
    const span = spans.get(raw);
    if (span) traces.within(span, done);
    else done();
  });
}

/** Names the request's span once its operation is known, and says which errors it answers. */
export function requestSpanPlugin(traces: Traces): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation }) => {
          if (operation) traces.current?.rename(operationSpanName(operation));
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body } }) => {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          const codes = [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))];
          if (codes.length > 0) traces.current?.set({ 'gongji.error_codes': codes });
          if (codes.includes('INTERNAL')) traces.current?.fail('INTERNAL');
          return Promise.resolve();
        },
      }),
  };
}

function openRequest(traces: Traces, method: string, told: string | string[] | undefined): OpenSpan | undefined {
  return traces.open(`${method} ${path}`, {
    parent: typeof told === 'string' ? told : undefined,
    kind: SpanKind.SERVER,
    attributes: { 'http.request.method': method, 'url.path': path },
  });
}
