import { ApolloArmor } from '@escape.tech/graphql-armor';

/** Limits of one request; docs/operations.md states them. */
export const limits = {
  depth: 14,
  // Grows by half with each level of depth; the largest document of the console itself costs 28,000.
  cost: 40_000,
  aliases: 10,
  directives: 5,
  tokens: 2_000,
  // Five hundred lots of materials in one input.
  bodyBytes: 250_000,
  uploadBytes: 5_000_000,
} as const;

/** Plugins and validation rules that hold a document to the limits, over HTTP and over sockets alike. */
export const armor = new ApolloArmor({
  maxDepth: { n: limits.depth, ignoreIntrospection: true },
  costLimit: { maxCost: limits.cost, ignoreIntrospection: true },
  maxAliases: { n: limits.aliases, allowList: [] },
  maxDirectives: { n: limits.directives },
  // graphql-js counts tokens itself; Armor’s counter answers a request that is too long with 500.
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: true },
}).protect();
