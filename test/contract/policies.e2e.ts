import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { POLICY, type Policy } from '../../src/platform/auth/allow.decorator.js';
import { TestApp } from '../support/app.js';

const operation = 'graphql:resolver_type';
const field = 'graphql:resolve_property';
const httpPath = 'path';

interface Handler {
  readonly name: string;
  readonly kind: 'operation' | 'field' | 'route';
  readonly policy: Policy | undefined;
}

/** Every method that a request can reach: root operations, extension fields, plain HTTP routes. */
function handlersOf(app: TestApp): Handler[] {
  const reflector = app.api.get(Reflector);
  const scanner = new MetadataScanner();
  const found: Handler[] = [];
  const modules = [...app.api.get(ModulesContainer).values()];
  for (const wrapper of modules.flatMap((module) => [...module.providers.values(), ...module.controllers.values()])) {
    const prototype: unknown = wrapper.metatype?.prototype;
    if (typeof prototype !== 'object' || prototype === null || !wrapper.metatype) continue;
    for (const key of scanner.getAllMethodNames(prototype)) {
      const method = (prototype as Record<string, unknown>)[key];
      if (typeof method !== 'function') continue;
      const kind = reflector.get(operation, method)
        ? 'operation'
        : reflector.get(field, method)
          ? 'field'
          : reflector.get(httpPath, method)
            ? 'route'
            : undefined;
      if (kind)
        found.push({
          name: `${wrapper.metatype.name}.${key}`,
          kind,
          policy: reflector.getAllAndOverride<Policy | undefined>(POLICY, [method, wrapper.metatype as () => unknown]),
        });
    }
  }
  return found;
}

describe('deny by default', () => {
  let app: TestApp;
  let handlers: Handler[];

  beforeAll(async () => {
    app = await TestApp.start();
    handlers = handlersOf(app);
  });
  afterAll(() => app.close());

  it('the walk reaches every root field of the schema', () => {
    const { schema } = app.api.get(GraphQLSchemaHost);
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(handlers.filter(({ kind }) => kind === 'operation')).toHaveLength(roots.length);
    expect(roots.length).toBeGreaterThan(30);
  });

  it('every operation, extension field and route names its policy', () => {
    expect(handlers.filter(({ policy }) => !policy).map(({ name }) => name)).toEqual([]);
  });

  it('every policy says whom it lets in and what they may touch', () => {
    for (const { name, policy } of handlers) {
      expect([name, policy?.to.length ?? 0]).not.toEqual([name, 0]);
      expect(policy?.owns.length ?? 0).toBeGreaterThan(5);
    }
  });

  it('nobody who is not logged in gets past an operation that is not for everyone', async () => {
    const { schema } = app.api.get(GraphQLSchemaHost);
    const open = new Set(
      handlers.filter(({ policy }) => policy?.to.includes('anonymous')).map(({ name }) => name.split('.')[1]),
    );
    const closed = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      ({ name, args }) => !open.has(name) && args.every(({ type }) => !String(type).endsWith('!')),
    );
    expect(closed.length).toBeGreaterThan(3);
    for (const { name, type } of closed) {
      const selection = /^(Boolean|Int|Float|String|ID)!?$/.test(String(type)) ? '' : '{ __typename }';
      expect([name, await app.refusal(`{ ${name} ${selection} }`)]).toEqual([name, 'UNAUTHENTICATED']);
    }
  });
});
