import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ApolloServerPlugin } from '@apollo/server';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Authenticator } from '../auth/authenticator.js';
import { RequestContext } from '../auth/request-context.js';
import { Config } from '../config/config.js';
import { LOGGER } from '../logging/logging.module.js';
import { clientErrorPlugin } from './client-error.plugin.js';
import { LocalDateScalar } from './scalars.js';

/** Limits of one request; docs/api.md states them. */
export const limits = {
  depth: 14,
  cost: 6_000,
  aliases: 10,
  directives: 5,
  tokens: 2_000,
  bodyBytes: 100_000,
  uploadBytes: 5_000_000,
} as const;

/** The GraphQL edge: code-first schema, bounded requests, errors in the caller's language. */
@Module({})
export class GraphqlModule {
  static register(): DynamicModule {
    return {
      module: GraphqlModule,
      imports: [
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [Config, Authenticator, LOGGER],
          useFactory: (config: Config, authenticator: Authenticator, logger: Logger) =>
            graphqlOptions(config, authenticator, logger),
        }),
      ],
    };
  }
}

function graphqlOptions(config: Config, authenticator: Authenticator, logger: Logger): ApolloDriverConfig {
  const armor = new ApolloArmor({
    maxDepth: { n: limits.depth, ignoreIntrospection: true },
    costLimit: { maxCost: limits.cost, ignoreIntrospection: true },
    maxAliases: { n: limits.aliases, allowList: [] },
    maxDirectives: { n: limits.directives },
    // graphql-js counts tokens itself; Armor’s counter answers a request that is too long with 500.
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: true },
  }).protect();
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
    // Armor is typed against the CommonJS build of the same plugin interface.
    plugins: [...(armor.plugins as unknown as ApolloServerPlugin[]), clientErrorPlugin(logger)],
    context: (request: FastifyRequest) => new RequestContext(request, authenticator),
  };
}
