import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { type Context, type SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { Authenticator } from '../auth/authenticator.js';
import { RequestContext } from '../auth/request-context.js';
import { toClientError } from '../graphql/client-error.js';
import { armor, limits } from '../graphql/request-limits.js';

/** How a socket may be used; docs/api.md states it. */
const socketLimits = { messageBytes: 16_000, subscriptions: 20, sockets: 5_000, initMs: 5_000 } as const;

export interface SubscriptionServerOptions {
  readonly path: string;
  readonly schema: GraphQLSchema;
  readonly authenticator: Authenticator;
  readonly logger: Logger;
  /** Whether a page of another site asks. */
  readonly isFromOtherSite: (request: IncomingMessage) => boolean;
}

/** What a client may say when it connects, as a browser cannot set headers on a socket. */
interface ConnectionParams extends Record<string, unknown> {
  readonly authorization?: unknown;
  readonly language?: unknown;
}

/**
 * GraphQL subscriptions (graphql-transport-ws) beside the HTTP route: the same context, limits and errors; small messages,
 * subscriptions only. Returns what ends it.
 */
export function serveSubscriptions(http: Server, options: SubscriptionServerOptions): () => Promise<void> {
  const { path, schema, authenticator, logger, isFromOtherSite } = options;
  const contextOf = (ctx: Context<ConnectionParams, Extra>): RequestContext => contextOfSocket(ctx, authenticator);
  const told = (errors: readonly GraphQLError[], context: RequestContext): GraphQLFormattedError[] =>
    errors.map((error) => {
      const { formatted, unexpected } = toClientError(error, context);
      if (unexpected !== undefined)
        logger.error({ err: unexpected, requestId: context.requestId }, 'subscription failed');
      return formatted;
    });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: socketLimits.messageBytes });
  const server = useServer<ConnectionParams>(
    {
      connectionInitWaitTimeout: socketLimits.initMs,
      onSubscribe: (ctx, _id, payload) =>
        Object.keys(ctx.subscriptions).length > socketLimits.subscriptions
          ? [new GraphQLError(`at most ${socketLimits.subscriptions} subscriptions on one socket`)]
          : prepare(schema, payload, contextOf(ctx)),
      onError: (ctx, _id, _payload, errors) => told(errors, contextOf(ctx)),
      onNext: (_ctx, _id, _payload, { contextValue }, result) =>
        result.errors && { ...result, errors: told(result.errors, contextValue as RequestContext) },
    },
    sockets,
  );
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.split('?')[0] !== path) refuse(socket, '404 Not Found');
    else if (isFromOtherSite(request)) refuse(socket, '403 Forbidden');
    else if (sockets.clients.size >= socketLimits.sockets) refuse(socket, '503 Service Unavailable');
    else sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  };
  http.on('upgrade', upgrade);
  return async () => {
    http.off('upgrade', upgrade);
    await server.dispose();
  };
}

function contextOfSocket(
  { extra: { request }, connectionParams }: Context<ConnectionParams, Extra>,
  authenticator: Authenticator,
): RequestContext {
  const { authorization, language } = connectionParams ?? {};
  const headers = {
    ...request.headers,
    ...(typeof authorization === 'string' && { authorization }),
    ...(typeof language === 'string' && { 'accept-language': language }),
  };
  return new RequestContext({ headers, ip: request.socket.remoteAddress ?? '' }, authenticator);
}

/** What to subscribe to, or why not: the document is held to the limits that requests over HTTP are held to. */
function prepare(
  schema: GraphQLSchema,
  { query, variables, operationName }: SubscribePayload,
  contextValue: RequestContext,
): ExecutionArgs | readonly GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: limits.tokens });
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
      return [new GraphQLError('only subscriptions are served on a socket')];
    const faults = validate(schema, document, [...specifiedRules, ...armor.validationRules]);
    if (faults.length > 0) return faults;
    return { schema, document, contextValue, variableValues: variables ?? {}, operationName: operationName ?? null };
  } catch (error) {
    // Syntax errors, and those of rules that refuse by throwing.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
