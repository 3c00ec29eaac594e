import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/cli/demo/demo-region.js';
import { TestApp } from '../support/app.js';
import { demoTools } from '../support/demo-tools.js';
import { inDays } from '../support/facts.js';

const demoLogins = '{ demoLogins { login password kind label } }';
const about = '{ about { name version demo languages } }';
const logIn = 'mutation ($input: LogInInput!) { logIn(input: $input) { accessToken account { kind } } }';

interface Shown {
  readonly state?: string;
  readonly returns?: readonly { readonly state: string }[];
}

interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly kind: string;
  readonly label: string;
}

describe('the demo region', () => {
  let app: TestApp;
  const logins = async (language?: string): Promise<readonly DemoLogin[]> =>
    (await app.ask<{ demoLogins: DemoLogin[] }>(demoLogins, {}, language ? { language } : {})).demoLogins;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  it('is nowhere while nothing is loaded', async () => {
    expect(await logins()).toEqual([]);
    expect(await app.ask(about)).toMatchObject({
      about: { name: 'Gongji 共济', demo: false, languages: ['ZH_CN', 'EN'] },
    });
  });

  it('brings log-ins that work, in both languages', async () => {
    await loadDemo(demoTools(app), inDays(0));
    expect(await app.ask(about)).toMatchObject({ about: { demo: true } });
    const offered = await logins();
    expect(offered.map(({ kind }) => kind)).toEqual([
      ...['ENTERPRISE', 'ENTERPRISE', 'WORKER', 'WORKER', 'BUREAU', 'BUREAU', 'OPERATOR'],
    ]);
    expect((await logins('zh-CN')).map(({ label }) => label)).toContain('用工企业');
    for (const { login, password, kind } of offered) {
      expect(await app.ask(logIn, { input: { login, password } })).toMatchObject({ logIn: { account: { kind } } });
    }
  });

  it('its signed agreement has a sealed paper, which anyone can verify', async () => {
    const [{ login, password }] = (await logins()) as [DemoLogin];
    const { logIn: session } = await app.ask<{ logIn: { accessToken: string } }>(logIn, { input: { login, password } });
    const as = session.accessToken;
    const { agreements } = await app.ask<{ agreements: { edges: { node: { id: string; state: string } }[] } }>(
      '{ agreements(first: 10) { edges { node { id state } } } }',
      {},
      { as },
    );
    const signed = agreements.edges.find(({ node }) => node.state === 'IN_FORCE')?.node;
    const paper = await fetch(`${app.url}/agreements/${signed?.id ?? ''}/paper.pdf?language=zh-CN`, {
      headers: { authorization: `Bearer ${as}` },
    });
    const form = new FormData();
    form.set('file', await paper.blob(), 'paper.pdf');
    const answer = await fetch(`${app.url}/verify`, { method: 'POST', body: form });
    expect(await answer.json()).toMatchObject({ outcome: 'sealed' });
  });

  it('shows the three legs alive to its host: goods and hours on offer, under way and on their way back', async () => {
    const [{ login, password }] = (await logins()) as [DemoLogin];
    const { logIn: session } = await app.ask<{ logIn: { accessToken: string } }>(logIn, { input: { login, password } });
    const as = session.accessToken;
    const shown = await app.ask<Readonly<Record<string, { readonly edges: readonly { readonly node: Shown }[] }>>>(
      `{ materialLots(first: 100) { edges { node { id } } }
         materialTransfers(first: 50) { edges { node { state side dueOn returns { state } } } }
         pooledPurchases(first: 10) { edges { node { state } } }
         capacityWindows(first: 50) { edges { node { freeMinutes } } }
         myCapacityBookings(first: 50) { edges { node { state } } } }`,
      {},
      { as },
    );
    const nodes = (field: string): Shown[] => shown[field]?.edges.map(({ node }) => node) ?? [];
    const statesOf = (field: string): string[] => nodes(field).flatMap(({ state }) => state ?? []);
    expect(nodes('materialLots').length).toBeGreaterThan(25);
    expect(statesOf('materialTransfers')).toEqual(expect.arrayContaining(['RESERVED', 'DELIVERED', 'ACCEPTED']));
    expect(nodes('materialTransfers').map(({ returns }) => returns?.map(({ state }) => state))).toContainEqual([
      ...['ACCEPTED', 'STATED'],
    ]);
    expect(statesOf('pooledPurchases')).toEqual(['OPEN', 'OPEN']);
    expect(nodes('capacityWindows').length).toBeGreaterThanOrEqual(10);
    expect(new Set(statesOf('myCapacityBookings'))).toEqual(new Set(['HELD', 'CONFIRMED', 'FULFILLED']));
    expect(await app.db.rows('SELECT id FROM stock_account_broken')).toEqual([]);
    expect(await app.db.rows('SELECT window_id FROM capacity_mismatch')).toEqual([]);
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
  });

  it('no longer offers a log-in whose password was changed', async () => {
    const [{ login, password }] = (await logins()) as [DemoLogin];
    const { logIn: session } = await app.ask<{ logIn: { accessToken: string } }>(logIn, { input: { login, password } });
    await app.ask(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }',
      { input: { currentPassword: password, newPassword: 'another good password' } },
      { as: session.accessToken },
    );
    expect((await logins()).map((offered) => offered.login)).not.toContain(login);
  });
});
