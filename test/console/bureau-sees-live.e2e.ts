import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, Actors, need, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, TestBrowser, type Visitor } from '../support/browser.js';
import { key } from '../support/facts.js';

interface Proposed {
  readonly need: { readonly proposals: { readonly edges: readonly { readonly node: { readonly id: string } }[] } };
}

describeInBrowser('the wall of a bureau', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let host: EnterpriseActor;
  let worker: Actor;
  let officer: Visitor;
  let needId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    host = await actors.enterprise();
    worker = await actors.idleWorker();
    ({
      publishNeed: { id: needId },
    } = await app.ask<{ publishNeed: { id: string } }>(
      'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
      { input: need({ headcount: 4 }) },
      { as: host.token },
    ));
    await app.settle();
    officer = await browser.visitor(app.url);
    await officer.logIn((await actors.officer('GB2260:350500')).login);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** What stands under a label in the row of figures. */
  const figure = (label: string): ReturnType<Visitor['page']['locator']> =>
    officer.page.locator('dl > div').filter({ hasText: label });

  it('shows what is wanted and proposed', async () => {
    await figure('需求岗位').getByText('4', { exact: true }).waitFor();
    await figure('已推荐').getByText('25%').waitFor();
    await figure('已接受').getByText('0%').waitFor();
  });

  it('moves by itself when a worker accepts', async () => {
    const { need: proposed } = await app.ask<Proposed>(
      'query ($id: ID!) { need(id: $id) { proposals { edges { node { id } } } } }',
      { id: needId },
      { as: host.token },
    );
    const { makeOffer: offer } = await app.ask<{ makeOffer: { id: string } }>(
      'mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }',
      { input: { idempotencyKey: key(), proposalId: proposed.proposals.edges[0]?.node.id } },
      { as: host.token },
    );
    await app.ask(
      'mutation ($input: OfferInput!) { acceptOffer(input: $input) { id } }',
      { input: { offerId: offer.id } },
      { as: worker.token },
    );
    await figure('已接受').getByText('25%').waitFor();
  });

  it('goes into a county by a click, and back by the browser', async () => {
    const { page } = officer;
    await page
      .getByRole('row', { name: /安溪县/ })
      .getByRole('button')
      .click();
    await page.getByRole('heading', { level: 1, name: /安溪县/ }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /泉州市/ }).waitFor();
  });

  it('nothing went wrong unseen', () => {
    expect(officer.faults).toEqual([]);
  });
});
