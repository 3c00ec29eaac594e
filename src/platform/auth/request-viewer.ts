import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Viewer } from './viewer.js';
import type { RequestContext } from './request-context.js';

const contexts = new WeakMap<object, RequestContext>();

/** Gives a plain HTTP request its context; GraphQL makes its own. */
export function attachContext(request: FastifyRequest, context: RequestContext): void {
  contexts.set(request.raw, context);
}

/** The context of the request at hand, GraphQL or plain HTTP. */
export function requestContext(context: ExecutionContext): RequestContext {
  if (context.getType<string>() === 'graphql') return GqlExecutionContext.create(context).getContext<RequestContext>();
  const found = contexts.get(context.switchToHttp().getRequest<FastifyRequest>().raw);
  if (!found) throw new Error('a request without context');
  return found;
}

export async function viewerFrom(context: ExecutionContext): Promise<Viewer> {
  return requestContext(context).viewer();
}

/**
 * The viewer as a parameter. The kind it is declared with is guaranteed by the operation's policy,
 * which the guard has checked before.
 */
export const Me = createParamDecorator(async (_: unknown, context: ExecutionContext) => viewerFrom(context));

/** The request's context as a parameter: language, loaders, address. */
export const Ctx = createParamDecorator((_: unknown, context: ExecutionContext) => requestContext(context));
