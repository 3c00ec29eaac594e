import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { ApolloServerPlugin } from '@apollo/server';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Authenticator } from '../auth/authenticator.js';
import { RequestContext } from '../auth/request-context.js';
import { Config } from '../config/config.js';
import { LOGGER } from '../logging/logging.module.js';
import { requestSpanPlugin } from '../traces/request-spans.js';
import { Traces } from '../traces/traces.js';
import { clientErrorPlugin } from './client-error.plugin.js';
import { armor, limits } from './request-limits.js';
import { LocalDateScalar } from './scalars.js';

/** The GraphQL edge: code-first schema, bounded requests, errors in the caller's language. */
@Module({})
export class GraphqlModule {
  static register(): DynamicModule {
    return {
      module: GraphqlModule,
      imports: [
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [Config, Authenticator, LOGGER, Traces],
          useFactory: (config: Config, authenticator: Authenticator, logger: Logger, traces: Traces) =>
            graphqlOptions(config, authenticator, logger, traces),
        }),
      ],
    };
  }
}

function graphqlOptions(
  config: Config,
  authenticator: Authenticator,
  logger: Logger,
  traces: Traces,
): ApolloDriverConfig {
  return {
    autoSchemaFile: true,
    sortSchema: true,
    path: '/graphql',
    graphiql: false,
    playground: false,
    introspection: config.showsSchema,
    parseOptions: { maxTokens: limits.tokens },
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    resolvers: { LocalDate: LocalDateScalar },
    fieldResolverEnhancers: ['guards'],
    validationRules: armor.validationRules,
    plugins: [
      // Armor is typed against the CommonJS build of the same plugin interface.
      ...(armor.plugins as unknown as ApolloServerPlugin[]),
      clientErrorPlugin(logger),
      // Last: it tells the errors that are answered.
      requestSpanPlugin(traces),
    ],
    context: (request: FastifyRequest, reply: FastifyReply) => new RequestContext(request, authenticator, reply),
  };
}
