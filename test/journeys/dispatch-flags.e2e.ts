import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { type Actor, Actors, type EnterpriseActor, surplus } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals } from '../support/deals.js';
import { inDays } from '../support/facts.js';

const publishSurplus = `mutation ($input: PublishSurplusInput!) { publishSurplus(input: $input) { id } }`;
const dispatchFlags = `query ($after: String) { dispatchFlags(first: 1, after: $after) { edges { node {
  signs loans mostToOneHost hiredToLend lender { name } } } pageInfo { hasNextPage endCursor } } }`;

interface Flags {
  dispatchFlags: { edges: { node: object }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

describe('R26 lenders whose loans may be dispatch', () => {
  let app: TestApp;
  let actors: Actors;
  let deals: Deals;
  let officer: Actor;
  let host: EnterpriseActor;

  /** Three loans of workers whose contracts began so many days before. */
  const lending = async (name: string, daysBefore: number): Promise<EnterpriseActor> => {
    const lender = await actors.enterprise(name);
    await app.ask(publishSurplus, { input: surplus({ headcount: 3 }) }, { as: lender.token });
    const heads = await app.db.rows<{ id: string }>('SELECT id FROM worker WHERE home_enterprise_id = $1', [
      lender.enterpriseId,
    ]);
    for (const { id } of heads) {
      await deals.pastLoan(host, lender, id);
      await app.db.rows('INSERT INTO employment (id, worker_id, enterprise_id, starts_on) VALUES ($1, $2, $3, $4)', [
        v7(),
        id,
        lender.enterpriseId,
        inDays(-10 - daysBefore),
      ]);
    }
    return lender;
  };
  const flags = async (as: Actor, after?: string | null): Promise<Flags['dispatchFlags']> =>
    (await app.ask<Flags>(dispatchFlags, { after }, { as: as.token })).dispatchFlags;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    deals = new Deals(app);
    officer = await actors.officer('GB2260:350500');
    host = await actors.enterprise('安溪铁艺家居有限公司');
    await lending('安溪藤云工艺有限公司', 400);
    await lending('安溪快招工艺有限公司', 5);
    const agency = await lending('安溪人力服务有限公司', 400);
    await app.db.rows(`UPDATE enterprise SET industry_id = 'GB4754:72' WHERE id = $1`, [agency.enterpriseId]);
  });
  afterAll(() => app.close());

  it('R26 are shown to their bureau with the reasons, page by page; an ordinary lender is not', async () => {
    const first = await flags(officer);
    expect(first.edges.map(({ node }) => node)).toEqual([
      {
        signs: ['BUSINESS_SERVICES'],
        loans: 3,
        mostToOneHost: 3,
        hiredToLend: 0,
        lender: { name: '安溪人力服务有限公司' },
      },
    ]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await flags(officer, first.pageInfo.endCursor);
    expect(second.edges.map(({ node }) => node)).toMatchObject([
      { signs: ['HIRED_TO_LEND'], hiredToLend: 3, lender: { name: '安溪快招工艺有限公司' } },
    ]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('R26 are no other bureau’s, and nobody is banned by a sign', async () => {
    expect((await flags(await actors.officer('GB2260:110000'))).edges).toEqual([]);
    expect(await app.refusal(dispatchFlags, {}, { as: host.token })).toBe('FORBIDDEN');
    const standing = await app.db.rows<{ verification: string }>('SELECT DISTINCT verification FROM enterprise');
    expect(standing).toEqual([{ verification: 'verified' }]);
  });
});
