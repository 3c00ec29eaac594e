import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLField, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { v7 } from 'uuid';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { fill } from '../support/graphql-input.js';
import { worldOf } from '../support/world.js';

/**
 * Broken object-level authorisation, asked of every operation of the schema: with another tenant's ids the answer must be
 * the one that a random id gets, word for word. A new operation is asked without anyone thinking of it.
 */
let app: TestApp;
let schema: GraphQLSchema;
let strangers: [string, Actor][];
/** One real id of somebody else for each input field that takes an id. */
let foreign: Readonly<Record<string, string>>;

/** What is public on purpose. */
const shared = ['joinPooledPurchase', 'pooledPurchase', 'holdCapacity'];
const open = new Set(['applyForNeed', 'need', 'reportNeed', ...shared]);
/** What passes over ids that are not the caller’s without a word. */
const silent = new Set(['markNotificationsRead']);

beforeAll(async () => {
  app = await TestApp.start();
  schema = app.api.get(GraphQLSchemaHost).schema;
  foreign = await worldOf(app);
  const actors = new Actors(app);
  strangers = [
    ['another enterprise', await actors.enterprise()],
    ['another worker', await actors.idleWorker()],
    ['an officer of elsewhere', await actors.officer('GB2260:110000')],
  ];
});
afterAll(() => app.close());

/** Only fields whose ids the world knows are given one. */
const known =
  (ids: (name: string) => string) =>
  (name: string): string | undefined =>
    name in foreign ? ids(name) : undefined;

const takesIds = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some((arg) =>
    JSON.stringify({
      value: fill(
        arg.type,
        arg.name,
        known(() => 'AN-ID'),
      ),
    }).includes('AN-ID'),
  );

async function answer(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  actor: Actor,
  ids: (name: string) => string,
): Promise<string> {
  const variables = Object.fromEntries(
    field.args.map((arg) => [
      arg.name,
      arg.name === 'id' ? ids(`${field.name}.id`) : fill(arg.type, arg.name, known(ids)),
    ]),
  );
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const outcome = getNamedType(field.type);
  // A batch tells of each item what an error would tell of one.
  const isBatch = isObjectType(outcome) && 'problem' in outcome.getFields();
  const some = isBatch ? '{ problem { message code field } }' : '{ __typename }';
  const selection = /^(Boolean|Int|String|ID)/.test(String(field.type)) ? '' : some;
  const { data, errors } = await app.call<Record<string, unknown>>(
    `${kind} (${declared}) { ${field.name}(${passed}) ${selection} }`,
    variables,
    {
      as: actor.token,
    },
  );
  if (isBatch && !errors) return JSON.stringify(data);
  return JSON.stringify(
    errors?.map(({ message, extensions: { code, fields } }) => ({ message, code, fields })) ?? 'done',
  );
}

describe('another tenant’s objects do not exist', () => {
  it('for any mutation that takes an id', async () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
      (field) => takesIds(field) && !open.has(field.name),
    );
    expect(mutations.length).toBeGreaterThan(15);
    for (const field of mutations) {
      for (const [who, actor] of strangers) {
        const theirs = await answer('mutation', field, actor, (name) => foreign[name] ?? '');
        const random = await answer('mutation', field, actor, () => v7());
        expect([field.name, who, theirs]).toEqual([field.name, who, random]);
        if (silent.has(field.name)) continue;
        expect([field.name, who, /NOT_FOUND|FORBIDDEN|VALIDATION_FAILED|RULE_VIOLATED/.test(theirs)]).toEqual([
          field.name,
          who,
          true,
        ]);
      }
    }
  });

  it('for any query that takes an id', async () => {
    const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      (field) =>
        !open.has(field.name) &&
        field.args.some(
          ({ name }) =>
            name === 'marketId' || name === 'listingId' || name === 'placementId' || `${field.name}.id` in foreign,
        ),
    );
    expect(queries.length).toBeGreaterThan(3);
    for (const field of queries) {
      for (const [who, actor] of strangers) {
        const theirs = await answer('query', field, actor, (name) => foreign[name] ?? '');
        const random = await answer('query', field, actor, () => v7());
        expect([field.name, who, theirs]).toEqual([field.name, who, random]);
      }
    }
  });
});
