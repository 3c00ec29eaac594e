import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';

const enterprises = `query ($first: Int, $after: String, $verification: Verification, $regionId: ID, $search: String) {
  enterprises(first: $first, after: $after, verification: $verification, regionId: $regionId, search: $search) {
    edges { node { id name verification submittedAt registrationCode actions } } pageInfo { hasNextPage endCursor } } }`;

interface Answer {
  readonly enterprises: {
    readonly edges: {
      readonly node: { id: string; actions: string[]; submittedAt: string; registrationCode: string };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describe('the bureau’s register of enterprises', () => {
  let app: TestApp;
  let quanzhou: Actor;
  let jinjiang: Actor;
  let operator: Actor;
  let verified: EnterpriseActor;
  let waiting: EnterpriseActor;

  const ask = async (as: Actor, variables: object = {}): Promise<Answer['enterprises']> =>
    (await app.ask<Answer>(enterprises, variables, { as: as.token })).enterprises;
  const ids = async (as: Actor, variables: object = {}): Promise<string[]> =>
    (await ask(as, variables)).edges.map(({ node }) => node.id);

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    quanzhou = await actors.officer('GB2260:350500');
    jinjiang = await actors.officer('GB2260:350582');
    operator = await actors.operator();
    verified = await actors.enterprise('安溪藤铁有限公司');
    waiting = await actors.unverifiedEnterprise('安溪新竹有限公司');
  });
  afterAll(() => app.close());

  it('lists the jurisdiction, newest first, with what may be decided', async () => {
    const { edges } = await ask(quanzhou);
    expect(edges.map(({ node }) => [node.id, node.actions])).toEqual([
      [waiting.enterpriseId, ['VERIFY', 'REJECT']],
      [verified.enterpriseId, ['SUSPEND']],
    ]);
    expect(Date.parse(edges[0]?.node.submittedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(await ids(jinjiang)).toEqual([]);
  });

  it('shows an operator all of them, without a decision to take', async () => {
    const { edges } = await ask(operator);
    expect(edges.map(({ node }) => node.actions)).toEqual([[], []]);
    expect(await app.refusal(enterprises, {}, { as: verified.token })).toBe('FORBIDDEN');
  });

  it('is filtered by state, region, name and code, and paged', async () => {
    expect(await ids(quanzhou, { verification: 'SUBMITTED' })).toEqual([waiting.enterpriseId]);
    expect(await ids(quanzhou, { regionId: 'GB2260:350524' })).toHaveLength(2);
    expect(await ids(quanzhou, { regionId: 'GB2260:350582' })).toEqual([]);
    expect(await ids(quanzhou, { search: '藤铁' })).toEqual([verified.enterpriseId]);
    expect(await ids(quanzhou, { search: '藤%' })).toEqual([]);
    const [first] = (await ask(quanzhou, { first: 1 })).edges;
    expect(await ids(operator, { search: first?.node.registrationCode.toLowerCase() })).toEqual([first?.node.id]);
    const { pageInfo } = await ask(quanzhou, { first: 1 });
    expect(pageInfo.hasNextPage).toBe(true);
    expect(await ids(quanzhou, { first: 1, after: pageInfo.endCursor })).toEqual([verified.enterpriseId]);
  });

  it('moves an enterprise that submits again, and lets its owner know that it may', async () => {
    const decide = 'mutation ($input: DecideEnterpriseInput!) { decideEnterprise(input: $input) { actions } }';
    const input = { enterpriseId: waiting.enterpriseId, decision: 'REJECT', note: 'the code is another one' };
    expect(await app.ask(decide, { input }, { as: quanzhou.token })).toEqual({ decideEnterprise: { actions: [] } });
    expect(await app.ask('{ myEnterprise { actions } }', {}, { as: waiting.token })).toEqual({
      myEnterprise: { actions: ['RESUBMIT'] },
    });
  });
});

describe('regions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  const ids = async (variables: object): Promise<string[]> => {
    const { regions } = await app.ask<{ regions: { edges: { node: { id: string } }[] } }>(
      `query ($level: RegionLevel, $belowId: ID, $parentId: ID) {
        regions(first: 100, level: $level, belowId: $belowId, parentId: $parentId) { edges { node { id } } } }`,
      variables,
    );
    return regions.edges.map(({ node }) => node.id);
  };

  it('are found anywhere below one, of one level', async () => {
    const counties = await ids({ belowId: 'GB2260:350000', level: 'COUNTY' });
    expect(counties).toEqual(expect.arrayContaining(['GB2260:350524', 'GB2260:350582']));
    expect(await ids({ belowId: 'GB2260:350000', level: 'PREFECTURE' })).toContain('GB2260:350500');
    expect(await ids({ belowId: 'GB2260:350500' })).toEqual(await ids({ parentId: 'GB2260:350500' }));
    expect(await ids({ belowId: 'GB2260:350524' })).toEqual([]);
  });
});
