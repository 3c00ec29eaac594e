import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { Authenticator } from './platform/auth/authenticator.js';
import { RequestContext } from './platform/auth/request-context.js';
import { attachContext } from './platform/auth/request-viewer.js';
import { type BrowserRequest, refuseOtherSite } from './platform/auth/same-site.rules.js';
import { SessionCookie } from './platform/auth/session-cookie.js';
import type { Config } from './platform/config/config.js';
import { serveConsole } from './platform/console/serve-console.js';
import { HttpErrorFilter } from './platform/errors/http-error.filter.js';
import { RefusedError } from './platform/errors/index.js';
import { limits } from './platform/graphql/request-limits.js';
import { InputValidationPipe } from './platform/graphql/validation.pipe.js';
import { serveSubscriptions } from './platform/live/subscription-server.js';
import { NestLogger } from './platform/logging/logger.js';
import { traceRequests } from './platform/traces/request-spans.js';
import { Traces } from './platform/traces/traces.js';

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
  await app.register(fastifyHelmet, pageHeaders(config.isHttps));
  await app.register(fastifyMultipart, { limits: { fileSize: limits.uploadBytes, files: 1, fields: 5, parts: 6 } });
  await app.get(Traces).start(config.settings.OTEL_EXPORTER_OTLP_ENDPOINT, 'gongji-api', logger);
  traceRequests(app.getHttpAdapter().getInstance(), app.get(Traces));
  admit(app, config, logger);
  await serveConsole(app.getHttpAdapter().getInstance(), config.settings.MAP_FILE);
  app.useGlobalPipes(new InputValidationPipe());
  app.useGlobalFilters(new HttpErrorFilter(logger));
  await app.init();
  subscribe(app, config, logger);
  return app;
}

/** No script, style, font or image but our own; nothing of ours inside another's frame. */
function pageHeaders(isHttps: boolean): object {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    hsts: isHttps,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  };
}

/** Requests of other sites end here; plain HTTP routes get the context that GraphQL operations have. */
function admit(app: NestFastifyApplication, config: Config, logger: Logger): void {
  const authenticator = app.get(Authenticator);
  const cookie = app.get(SessionCookie);
  const filter = new HttpErrorFilter(logger);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request: FastifyRequest, reply, done) => {
      void reply.header('permissions-policy', 'camera=(self), geolocation=(self), microphone=(), payment=()');
      const { method, headers, host } = request;
      const refusal = refuseOtherSite(
        { method, headers, hosts: [host, config.publicHost] },
        isNamedBy(cookie, headers),
      );
      if (refusal) {
        filter.answer(new RefusedError(refusal), request, reply);
        return;
      }
      attachContext(request, new RequestContext(request, authenticator));
      done();
    });
}

function subscribe(app: NestFastifyApplication, config: Config, logger: Logger): void {
  const cookie = app.get(SessionCookie);
  const stop = serveSubscriptions(app.getHttpServer(), {
    path: '/graphql',
    schema: app.get(GraphQLSchemaHost).schema,
    authenticator: app.get(Authenticator),
    logger,
    isFromOtherSite: ({ headers }) => {
      const hosts = [headers.host ?? '', config.publicHost];
      return refuseOtherSite({ method: 'GET', headers, hosts }, isNamedBy(cookie, headers)) !== undefined;
    },
  });
  app.getHttpAdapter().getInstance().addHook('preClose', stop);
}

/** Whether the cookie, and nothing else, says who is calling. */
function isNamedBy(cookie: SessionCookie, headers: BrowserRequest['headers']): boolean {
  return headers.authorization === undefined && cookie.secretIn(headers.cookie) !== undefined;
}
