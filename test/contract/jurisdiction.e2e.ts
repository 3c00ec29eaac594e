import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  type GraphQLOutputType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { fill } from '../support/graphql-input.js';
import { worldOf } from '../support/world.js';

/**
 * Every query of the schema, with every field that it has, as an officer: of persons of another county no answer names
 * anybody. A new query or field is asked without anyone thinking of it. That an officer of their own county does learn
 * some shows that the search finds what is there.
 */
const secretName = '密名某';
const secretText = '密文某';
const phone = '13987654321';
const [own, elsewhere] = ['GB2260:350524', 'GB2260:350583'];
/** What is told of a person, by table and column. */
const texts: readonly (readonly [table: string, column: string])[] = [
  ['complaint', 'text'],
  ['injury', 'description'],
  ['injury', 'place'],
  ['review', 'text'],
  ['placement_return', 'note'],
  ['attendance_day', 'dispute_reason'],
  ['line_objection', 'reason'],
];
const deepest = 5;

let app: TestApp;
let schema: GraphQLSchema;
let world: Readonly<Record<string, string>>;
let ids: readonly string[];

beforeAll(async () => {
  app = await TestApp.start();
  schema = app.api.get(GraphQLSchemaHost).schema;
  world = await worldOf(app);
  await app.db.rows('UPDATE worker_person SET name = $1, phone = $2', [secretName, phone]);
  for (const [table, column] of texts) await app.db.rows(`UPDATE ${table} SET ${column} = $1`, [secretText]);
  ids = (await app.db.rows<{ id: string }>('SELECT worker_id AS id FROM worker_person')).map(({ id }) => id);
});
afterAll(() => app.close());

/** All of a type down to a depth: what needs no arguments. */
function everything(type: GraphQLOutputType, depth: number): string {
  const of = getNamedType(type);
  if (isLeafType(of)) return '';
  if (!isObjectType(of)) return '{ __typename }';
  const free = Object.values(of.getFields()).filter(({ args }) => !args.some((arg) => isNonNullType(arg.type)));
  const parts = free.flatMap((field) => {
    if (isLeafType(getNamedType(field.type))) return [field.name];
    return depth === 0 ? [] : [`${field.name} ${everything(field.type, depth - 1)}`];
  });
  return `{ __typename ${parts.join(' ')} }`;
}

/** What a query answers with as much of its type as the limits of a request take; undefined where it is refused. */
async function answer(
  { name, type }: GraphQLField<unknown, unknown>,
  actor: Actor,
  given: readonly GraphQLArgument[],
): Promise<string | undefined> {
  const variables = Object.fromEntries(
    given.map((arg) => [
      arg.name,
      // Of each thing the one of the world; the queries of one thing call it `id`.
      arg.name === 'id' ? (world[`${name}.id`] ?? own) : fill(arg.type, arg.name, (field) => world[field]),
    ]),
  );
  const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const head = given.length === 0 ? `{ ${name}` : `query (${declared}) { ${name}(${passed})`;
  for (let depth = deepest; depth >= 0; depth--) {
    const { data, errors } = await app.call<object | null>(`${head} ${everything(type, depth)} }`, variables, {
      as: actor.token,
    });
    if (errors?.some(({ extensions }) => extensions.code === 'REQUEST_REFUSED')) continue;
    const isAnswered = Object.values(data ?? {}).some((value) => value !== null);
    return isAnswered ? JSON.stringify(data) : undefined;
  }
  return undefined;
}

/** Queries whose answer to an officer of a region names a person of Anxi, and how many answered at all. */
async function search(regionId: string): Promise<{ readonly naming: string[]; readonly answered: number }> {
  const officer = await new Actors(app).officer(regionId);
  const naming: string[] = [];
  let answered = 0;
  for (const query of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const needed = query.args.filter(({ type }) => isNonNullType(type));
    for (const given of needed.length === query.args.length ? [needed] : [needed, query.args]) {
      const text = await answer(query, officer, given);
      if (text === undefined) continue;
      answered++;
      if ([secretName, secretText, phone, ...ids].some((secret) => text.includes(secret))) naming.push(query.name);
    }
  }
  return { naming: [...new Set(naming)], answered };
}

describe('who has no business with a county', () => {
  it('learns of none of its people by any query', async () => {
    const { naming, answered } = await search(elsewhere);
    expect(naming).toEqual([]);
    expect(answered).toBeGreaterThan(40);
  });

  it('is told apart from who has', async () => {
    const { naming } = await search(own);
    expect(naming).toEqual(expect.arrayContaining(['complaints', 'injuries']));
  });
});
