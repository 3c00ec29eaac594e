import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { Authenticator } from './platform/auth/authenticator.js';
import { RequestContext } from './platform/auth/request-context.js';
import { attachContext } from './platform/auth/request-viewer.js';
import type { Config } from './platform/config/config.js';
import { HttpErrorFilter } from './platform/errors/http-error.filter.js';
import { limits } from './platform/graphql/graphql.module.js';
import { InputValidationPipe } from './platform/graphql/validation.pipe.js';
import { NestLogger } from './platform/logging/logger.js';

/** Builds the API application; the caller listens and closes. */
export async function createApi(config: Config, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: limits.bodyBytes,
    trustProxy: config.isProduction,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, logger), adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  await app.register(fastifyHelmet, {
    // GraphiQL is one page of inline script; it exists only where the schema is shown at all.
    contentSecurityPolicy: config.showsSchema ? false : undefined,
  });
  await app.register(fastifyMultipart, { limits: { fileSize: limits.uploadBytes, files: 1, fields: 5, parts: 6 } });
  // Plain HTTP routes get the context that GraphQL operations have.
  const authenticator = app.get(Authenticator);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      attachContext(request, new RequestContext(request, authenticator));
      done();
    });
  app.useGlobalPipes(new InputValidationPipe());
  app.useGlobalFilters(new HttpErrorFilter(logger));
  return app;
}
