import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Viewer } from './viewer.js';
import type { RequestContext } from './request-context.js';

/** The context of the request at hand, GraphQL or plain HTTP. */
export function requestContext(context: ExecutionContext): RequestContext {
  if (context.getType<string>() === 'graphql') return GqlExecutionContext.create(context).getContext<RequestContext>();
  return context.switchToHttp().getRequest<FastifyRequest & { gongji: RequestContext }>().gongji;
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
