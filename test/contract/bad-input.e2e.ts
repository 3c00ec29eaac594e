import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { v7 } from 'uuid';
import { Actors } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';

/**
 * Every mutation of the schema, as every kind of caller, with everything that is wrong. Derived from the schema, so a
 * new mutation is attacked without anyone thinking of it. What must hold: a typed code, never INTERNAL, and no row
 * more or less than before.
 */
const typed = [
  'VALIDATION_FAILED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'ILLEGAL_TRANSITION',
  'RULE_VIOLATED',
  'RATE_LIMITED',
  'REQUEST_REFUSED',
];
const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0007b',
  '\ud800',
  '\u202Eevil',
  "' OR 1=1 --",
  '<img src=x onerror=alert(1)>',
  '%_\\',
  '=cmd|calc',
  '😀'.repeat(40),
  '𠮷'.repeat(20),
  'x'.repeat(5_000),
];
const hostileNumbers = [-1, 0, 1.5, 2_147_483_647, -2_147_483_648];
const hostileDates = ['2026-02-30', '0001-01-01', '9999-12-31', '2026-11-23T00:00:00Z', 'tomorrow', '2028-02-29'];

let app: TestApp;
let schema: GraphQLSchema;
let tokens: [string, string][];

beforeAll(async () => {
  app = await TestApp.start({ LOGIN_ATTEMPTS: '100000' });
  schema = app.api.get(GraphQLSchemaHost).schema;
  const actors = new Actors(app);
  const [enterprise, worker, officer] = [
    await actors.enterprise(),
    await actors.idleWorker(),
    await actors.officer('GB2260:350524'),
  ];
  tokens = [
    ['enterprise', enterprise.token],
    ['worker', worker.token],
    ['bureau', officer.token],
    ['operator', (await actors.operator()).token],
  ];
  await app.settle();
});
afterAll(() => app.close());

/** A value of a type that has the right form, though what it names does not exist. */
function plausible(type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return plausible(type.ofType, name);
  if (isListType(type)) return [plausible(type.ofType, name)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, plausible(field.type, field.name)]),
    );
  if (name === 'idempotencyKey') return key();
  if (/latitude|longitude/.test(name)) return 25;
  const byType: Record<string, unknown> = {
    LocalDate: inDays(5),
    Decimal: '1',
    Fen: 1,
    DateTime: new Date().toISOString(),
    Int: 1,
    Float: 1,
    Boolean: true,
    ID: /Id$|^ids$/.test(name) ? v7() : 'GB2260:350524',
    String: 'text',
  };
  return byType[String(type)];
}

/** The input with one field after the other replaced by one wrong value after the other. */
function* spoilt(type: GraphQLInputType, value: unknown): Generator {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (!isInputObjectType(inner) || typeof value !== 'object' || value === null) return;
  const valid = value as Record<string, unknown>;
  yield { ...valid, role: 'operator', state: 'verified' };
  for (const field of Object.values(inner.getFields())) {
    const { [field.name]: _left, ...without } = valid;
    yield without;
    for (const wrong of [null, [], {}, true, ...hostileNumbers, ...hostileTexts, ...hostileDates])
      yield { ...valid, [field.name]: wrong };
    for (const nested of spoilt(field.type, valid[field.name])) yield { ...valid, [field.name]: nested };
  }
}

const documentOf = ({ name, args, type }: GraphQLField<unknown, unknown>, operation = 'mutation'): string =>
  `${operation} (${args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')}) { ${name}(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) ${/^(Boolean|String|Int|ID)/.test(String(type)) ? '' : '{ __typename }'} }`;

const mutations = (): GraphQLField<unknown, unknown>[] => Object.values(schema.getMutationType()?.getFields() ?? {});

async function rowCounts(): Promise<Record<string, number>> {
  const tables = await app.db.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('rate_limit') ORDER BY 1`,
  );
  const counts = await Promise.all(
    tables.map(
      async ({ name }) =>
        [name, (await app.db.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`))[0]?.n ?? 0] as const,
    ),
  );
  return Object.fromEntries(counts);
}

describe('every mutation', () => {
  it('takes one argument called input, if any', () => {
    const odd = mutations().filter(({ args }) => args.length > 1 || (args.length === 1 && args[0]?.name !== 'input'));
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it('answers nonsense with a typed code for every caller, and writes nothing', async () => {
    const before = await rowCounts();
    const bad: string[] = [];
    for (const mutation of mutations()) {
      const [argument] = mutation.args;
      if (!argument) continue;
      for (const [who, token] of tokens) {
        let attempts = 0;
        for (const input of spoilt(argument.type, plausible(argument.type, 'input'))) {
          // Every caller tries each field's missing value; one caller per mutation tries everything.
          if (attempts++ > 12 && !(await mayCall(mutation.name, token))) break;
          const { errors } = await app.call(documentOf(mutation), { input }, { as: token });
          const codes = errors?.map(({ extensions }) => extensions.code) ?? [];
          const untyped = codes.filter((code) => !typed.includes(code));
          if (untyped.length > 0)
            bad.push(`${mutation.name} as ${who}: ${untyped.join()} for ${JSON.stringify(input).slice(0, 300)}`);
        }
      }
    }
    expect(bad).toEqual([]);
    const after = await rowCounts();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table] && !tolerated.has(table));
    expect(changed.map((table) => `${table}: ${before[table] ?? 0} → ${after[table] ?? 0}`)).toEqual([]);
  }, 600_000);

  it('names the field at fault in the caller’s language', async () => {
    const [, token] = tokens[0] ?? ['', ''];
    const input = { headcount: 0, idempotencyKey: key() };
    const { errors } = await app.call(
      'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
      { input },
      { as: token, language: 'zh-CN' },
    );
    expect(errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect(errors?.flatMap(({ extensions }) => extensions.fields?.map(({ path }) => path))).toContain(
      'input.occupationId',
    );
    expect(errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('does not read a body of ten megabytes', async () => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(10_000_000) } }),
    });
    expect(response.status).toBe(413);
  });
});

describe('every query', () => {
  it('takes null for an argument that may be left out', async () => {
    const bad: string[] = [];
    for (const query of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      const nullable = query.args.filter(({ type }) => !isNonNullType(type));
      if (nullable.length === 0) continue;
      const variables = Object.fromEntries(
        query.args
          // An argument with a default of its own is not null, but left out.
          .filter(({ defaultValue }) => defaultValue === undefined)
          .map((arg) => [arg.name, isNonNullType(arg.type) ? plausible(arg.type, arg.name) : null]),
      );
      for (const [who, token] of tokens) {
        const { errors } = await app.call(documentOf(query, 'query'), variables, { as: token });
        const untyped = (errors ?? []).filter(({ extensions }) => !typed.includes(extensions.code));
        if (untyped.length > 0) bad.push(`${query.name} as ${who}: ${untyped.map(({ message }) => message).join()}`);
      }
    }
    expect(bad).toEqual([]);
  });
});

/** Tables that a caller may rightly fill with such input: profiles of one's own, sessions, the trail of it. */
const tolerated = new Set([
  'audit_log',
  'outbox_event',
  'idempotency_key',
  'session',
  'refresh_token',
  'availability',
  'worker_skill',
  'worker_restriction',
  'worker_certificate',
  'api_key',
  'capacity_feed',
  'match_run',
  'processed_event',
  // A bureau may list registrations that nobody here has, of any scheme.
  'enterprise_sanction',
  // A search without any filter finds all work, and may be kept.
  'saved_search',
  'calendar_day',
  'notification_preference',
  'push_device',
  // A catalogue keeper may name a kind as they like.
  'material_kind',
  // An officer may make a market of the own region, by any name.
  'labour_market',
  'market_lease',
  // An enterprise may say how large it is.
  'indicator_recount',
]);

const allowed = new Map<string, boolean>();
/** Whether this caller gets past the policy of a mutation. */
async function mayCall(name: string, token: string): Promise<boolean> {
  const known = allowed.get(name + token);
  if (known !== undefined) return known;
  const mutation = mutations().find((one) => one.name === name);
  const [argument] = mutation?.args ?? [];
  if (!mutation || !argument) return false;
  const { errors } = await app.call(documentOf(mutation), { input: plausible(argument.type, 'input') }, { as: token });
  const may = !errors?.some(({ extensions }) => extensions.code === 'FORBIDDEN');
  allowed.set(name + token, may);
  return may;
}
