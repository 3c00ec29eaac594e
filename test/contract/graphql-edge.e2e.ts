import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverAudits } from 'graphql-http';
import { TestApp } from '../support/app.js';

let app: TestApp;
let production: TestApp;
const secrets = { AUTH_SECRET: 'x'.repeat(40), PERSONAL_DATA_KEY: 'ab'.repeat(32) };

beforeAll(async () => {
  app = await TestApp.start();
  production = await TestApp.start({ NODE_ENV: 'production', ...secrets });
});
afterAll(async () => {
  await app.close();
  await production.close();
});

const post = (target: TestApp, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${target.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('GraphQL over HTTP', () => {
  it('meets every MUST of the specification', async () => {
    const failed: string[] = [];
    for (const audit of serverAudits({ url: () => `${app.url}/graphql`, fetchFn: fetch })) {
      const result = await audit.fn();
      if (result.status === 'error') failed.push(`${audit.id} ${audit.name}: ${result.reason}`);
    }
    expect(failed).toEqual([]);
  });
});

describe('the twelve checks of a hostile caller, in production', () => {
  const typename = '{ __typename }';

  it.each<[string, unknown]>([
    ['101 aliases', { query: `{ ${Array.from({ length: 101 }, (_, n) => `a${n}: __typename`).join(' ')} }` }],
    ['directive overloading', { query: `{ __typename ${'@aa'.repeat(10)} }` }],
    ['a batch of ten', Array.from({ length: 10 }, () => ({ query: typename }))],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    [
      'circular introspection',
      { query: `{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }` },
    ],
    ['500 repeated fields', { query: `{ needs(first: 1) { edges { node { ${'id '.repeat(2_100)} } } } }` }],
    ['depth 200', { query: `{ needs { ${'edges { node { host { '.repeat(60)} name ${'} } }'.repeat(60)} } }` }],
    ['20,000 tokens', { query: `{ ${'__typename '.repeat(20_000)} }` }],
    ['a cyclic fragment', { query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' }],
    ['a query that is none', { query: '}{' }],
    ['no query', {}],
  ])('%s is answered with 4xx', async (_name, body) => {
    const response = await post(production, body);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });

  it('a body over the limit is refused unread', async () => {
    expect((await post(production, { query: typename, variables: { x: 'y'.repeat(300_000) } })).status).toBe(413);
  });

  it('GET mutations, form posts and text posts are refused (CSRF)', async () => {
    const mutation = 'mutation { logOut }';
    const get = await fetch(`${production.url}/graphql?query=${encodeURIComponent(mutation)}`);
    expect(get.status).toBeGreaterThanOrEqual(400);
    const plain = await fetch(`${production.url}/graphql?query=${encodeURIComponent(typename)}`);
    expect(plain.status).toBe(400);
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const response = await post(production, `query=${encodeURIComponent(mutation)}`, { 'content-type': type });
      expect([type, response.status >= 400 && response.status < 500]).toEqual([type, true]);
    }
  });

  it('no IDE, no suggestions, no stack, no trace', async () => {
    expect((await fetch(`${production.url}/graphiql`)).status).toBe(404);
    const typo = await (await post(production, { query: '{ nedes { __typename } }' })).text();
    expect(typo).not.toMatch(/did you mean|stack|node_modules|\bat \//i);
    const traced = await post(production, { query: typename }, { 'apollo-federation-include-trace': 'ftv1' });
    expect(await traced.text()).not.toContain('extensions');
  });

  it('page sizes are bounded', async () => {
    for (const first of [0, -1, 101, 10_000]) {
      expect([
        first,
        await production.refusal('query ($first: Int!) { needs(first: $first) { edges { cursor } } }', { first }),
      ]).toEqual([first, 'VALIDATION_FAILED']);
    }
  });

  it('unknown routes do not exist, known ones say little', async () => {
    for (const path of ['/metrics', '/admin', '/.env', '/graphql/../health', '/api'])
      expect([path, (await fetch(production.url + path)).status]).toEqual([path, 404]);
    expect(await (await fetch(`${production.url}/health/ready`)).json()).toEqual({ status: 'ok' });
  });
});

describe('in development', () => {
  it('GraphiQL is served without a single foreign address to load from', async () => {
    const page = await (await fetch(`${app.url}/graphiql`)).text();
    expect(page).toContain('GraphiQL');
    expect(
      [...page.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="(https?:[^"]+)"/g)].map(([, address]) => address),
    ).toEqual([]);
  });
});
