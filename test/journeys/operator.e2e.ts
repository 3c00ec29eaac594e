import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor, password } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key } from '../support/facts.js';

const accounts = `query ($kind: AccountKind, $search: String) { accounts(kind: $kind, search: $search) {
  edges { node { id login kind language state stateNote createdAt lastSeenAt enterprise { id } bureau { id name } } } } }`;
const setState = `mutation ($input: SetAccountStateInput!) { setAccountState(input: $input) { id state stateNote } }`;
const trail = `query ($first: Int, $after: String, $actorId: ID, $operation: String, $objectId: ID) {
  auditEntries(first: $first, after: $after, actorId: $actorId, operation: $operation, objectId: $objectId) {
    edges { node { id at actor account { login } operation objectType objectId details } } pageInfo { hasNextPage endCursor } } }`;
const logIn = 'mutation ($input: LogInInput!) { logIn(input: $input) { accessToken } }';

interface AccountNode {
  readonly id: string;
  readonly login: string;
  readonly state: string;
  readonly lastSeenAt: string | null;
}
interface Trail {
  readonly edges: {
    readonly node: { id: string; operation: string; objectId: string; account: { login: string } | null };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

let app: TestApp;
let operator: Actor;
let officer: Actor;
let host: EnterpriseActor;

const accountsOf = async (variables: object): Promise<AccountNode[]> =>
  (
    await app.ask<{ accounts: { edges: { node: AccountNode }[] } }>(accounts, variables, { as: operator.token })
  ).accounts.edges.map(({ node }) => node);
const idOf = async ({ login }: Actor): Promise<string> => (await accountsOf({ search: login }))[0]?.id ?? '';
const entries = async (variables: object = {}): Promise<Trail> =>
  (await app.ask<{ auditEntries: Trail }>(trail, variables, { as: operator.token })).auditEntries;

beforeAll(async () => {
  app = await TestApp.start();
  const actors = new Actors(app);
  operator = await actors.operator();
  officer = await actors.officer('GB2260:350524');
  host = await actors.enterprise('安溪看守工艺有限公司');
});
afterAll(() => app.close());

describe('accounts', () => {
  it('are found by kind, by login and by whom they belong to', async () => {
    expect((await accountsOf({ kind: 'OPERATOR' })).map(({ login }) => login)).toEqual([operator.login]);
    expect(await accountsOf({ search: host.login.toUpperCase() })).toMatchObject([
      {
        login: host.login,
        kind: 'ENTERPRISE',
        language: 'ZH_CN',
        state: 'ACTIVE',
        enterprise: { id: host.enterpriseId },
      },
    ]);
    expect((await accountsOf({ search: '看守工艺' })).map(({ login }) => login)).toEqual([host.login]);
    expect((await accountsOf({ search: '人社局' })).map(({ login }) => login)).toContain(officer.login);
    expect(Date.parse((await accountsOf({ search: host.login }))[0]?.lastSeenAt ?? '')).toBeGreaterThan(0);
    const before = Date.now();
    await app.ask('mutation ($input: LogInInput!) { logIn(input: $input) { account { id } } }', {
      input: { login: host.login, password, keepIn: 'COOKIE' },
    });
    expect(Date.parse((await accountsOf({ search: host.login }))[0]?.lastSeenAt ?? '')).toBeGreaterThanOrEqual(before);
    for (const as of [officer, host]) expect(await app.refusal(accounts, {}, { as: as.token })).toBe('FORBIDDEN');
  });

  it('are blocked with a reason, which ends their sessions, and let in again', async () => {
    const accountId = await idOf(officer);
    const as = { as: operator.token };
    expect(await app.refusal(setState, { input: { accountId, state: 'BLOCKED' } }, as)).toBe('VALIDATION_FAILED');
    const input = { accountId, state: 'BLOCKED', note: 'left the bureau' };
    for (const _ of [1, 2])
      expect(await app.ask(setState, { input }, as)).toMatchObject({
        setAccountState: { state: 'BLOCKED', stateNote: 'left the bureau' },
      });
    expect(await app.refusal('{ me { id } }', {}, { as: officer.token })).toBe('UNAUTHENTICATED');
    expect(await app.refusal(logIn, { input: { login: officer.login, password } })).toBe('UNAUTHENTICATED');
    expect((await entries({ objectId: accountId })).edges.map(({ node }) => node.operation)).toEqual(['account.block']);

    await app.ask(setState, { input: { accountId, state: 'ACTIVE' } }, as);
    expect(await app.refusal('{ me { id } }', {}, { as: officer.token })).toBe('UNAUTHENTICATED');
    await app.ask(logIn, { input: { login: officer.login, password } });
  });

  it('are never blocked by themselves, nor by anyone but operators', async () => {
    const own = { accountId: await idOf(operator), state: 'BLOCKED', note: 'by mistake' };
    expect(await app.refusal(setState, { input: own }, { as: operator.token })).toBe('RULE_VIOLATED');
    expect(await app.refusal(setState, { input: own }, { as: host.token })).toBe('FORBIDDEN');
    const nobody = { ...own, accountId: '0192f0c1-0000-7000-8000-000000000001' };
    expect(await app.refusal(setState, { input: nobody }, { as: operator.token })).toBe('NOT_FOUND');
  });
});

describe('the audit trail', () => {
  it('is read newest first and paged without a gap, across tenants', async () => {
    const all = await entries({ first: 100 });
    expect(all.edges.length).toBeGreaterThan(4);
    const paged: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const { edges, pageInfo } = await entries({ first: 2, after });
      paged.push(...edges.map(({ node }) => node.id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(paged).toEqual(all.edges.map(({ node }) => node.id));
    expect(await app.refusal(trail, { after: 'nonsense' }, { as: operator.token })).toBe('VALIDATION_FAILED');
    expect(await app.refusal(trail, {}, { as: officer.token })).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
  });

  it('is searched by who, by what and by the object', async () => {
    await app.ask(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } } }',
      { input: { idempotencyKey: key(), name: 'ERP', scopes: ['LABOUR_READ'] } },
      { as: host.token },
    );
    const byHost = await entries({ actorId: await idOf(host) });
    expect(byHost.edges.map(({ node }) => [node.operation, node.account?.login])).toEqual([
      ['api-key.create', host.login],
    ]);
    expect((await entries({ operation: 'enterprise' })).edges.map(({ node }) => node.operation)).toEqual([
      'enterprise.verify',
      'enterprise.submit',
    ]);
    expect((await entries({ objectId: host.enterpriseId, operation: 'enterprise.verify' })).edges).toHaveLength(1);
  });
});
