import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { translate } from '../database/database.js';
import { languageOf, render } from '../i18n/message.js';
import { newId } from '../ids/ids.js';
import type { ErrorCode } from './error-codes.js';
import { platformMessages } from './platform.messages.js';
import { RefusedError } from './refusal.js';

const statusOf: Record<ErrorCode, number> = {
  VALIDATION_FAILED: 422,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  ILLEGAL_TRANSITION: 409,
  RULE_VIOLATED: 422,
  RATE_LIMITED: 429,
  REQUEST_REFUSED: 400,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** Errors of plain HTTP routes, in the same words and codes as GraphQL's; GraphQL errors pass on to the GraphQL edge. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw thrown;
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const language = languageOf(request.headers['accept-language']);
    const error = translate(thrown);
    // The route may have announced a page or a file; what it sends now is neither.
    reply.removeHeader('content-disposition').header('content-type', 'application/json; charset=utf-8');
    if (error instanceof HttpException) {
      void reply.status(error.getStatus()).send(error.getResponse());
    } else if (error instanceof RefusedError) {
      const [{ code, field }] = error.refusals;
      const messages = error.refusals.map(({ message, params }) => render(message, language, params));
      void reply.status(statusOf[code]).send({ error: { code, message: messages.join(' '), ...(field && { field }) } });
    } else {
      const requestId = newId();
      // The route, not the address: that may carry a secret.
      this.logger.error({ err: error, requestId, route: request.routeOptions.url }, 'request failed');
      const message = render(platformMessages.internal, language, { requestId });
      void reply.status(500).send({ error: { code: 'INTERNAL', message, requestId } });
    }
  }
}
