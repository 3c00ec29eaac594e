import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestDueBulletins } from '../../src/bureau/bulletins/bulletin.jobs.js';
import { Clock, DAY_MS } from '../../src/platform/clock/clock.js';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals } from '../support/deals.js';
import { inDays, key } from '../support/facts.js';
import { MailServer, subjectOf } from '../support/mail.js';
import { Materials } from '../support/materials.js';

const anxi = 'GB2260:350524';
const terms = {
  title: '用工周报',
  codes: ['FILL_RATE', 'DEMAND', 'TIME_TO_FILL'],
  groupBy: 'REGION',
  language: 'ZH_CN',
};
const contentFields = `title bureau from until asOf summary region { id name }
  figures { indicator { code } now { value numerator denominator } series { from value } rows { label value } }
  sources { code from until value numerator denominator query }`;
const fields = `id version state progress isByClock from until files { format sha256 byteCount }
  mailed { address state fault } content { ${contentFields} }`;

interface Content {
  readonly summary: readonly string[];
  readonly figures: readonly { indicator: { code: string }; now: { value: number | null; numerator: number } }[];
  readonly sources: readonly { code: string; numerator: number; denominator: number | null; query: string }[];
}
interface Edition {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly isByClock: boolean;
  readonly from: string;
  readonly files: readonly { format: string; sha256: string; byteCount: number }[];
  readonly mailed: readonly { address: string; state: string; fault: string | null }[];
  readonly content: Content;
}

describe('a bureau reports', () => {
  let mail: MailServer;
  let app: TestApp;
  let officer: Actor;
  let stranger: Actor;
  let host: EnterpriseActor;
  let planId: string;
  const period = { from: inDays(-7), until: inDays(0) };

  beforeAll(async () => {
    mail = await MailServer.start();
    app = await TestApp.start({ SMTP_URL: mail.url });
    const actors = new Actors(app);
    officer = await actors.officer(anxi);
    stranger = await actors.officer('GB2260:350500');
    host = await actors.enterprise();
    await new Deals(app).need(host, { headcount: 6, startsOn: inDays(0) });
    await app.settle();
  });
  afterAll(async () => {
    await app.close();
    await mail.close();
  });

  const ask = <T>(query: string, variables: object = {}, as: Actor = officer): Promise<T> =>
    app.ask<T>(query, variables, { as: as.token });
  const savePlan = 'mutation ($input: SaveBulletinPlanInput!) { saveBulletinPlan(input: $input) { id isOn } }';
  const plan = (changes: object = {}): object => ({
    input: { idempotencyKey: key(), terms, cadence: 'WEEKLY', addresses: ['Leader@Example.com'], ...changes },
  });
  const makeQuery = `mutation ($input: MakeBulletinInput!) { makeBulletin(input: $input) { id state } }`;
  const edition = async (id: string): Promise<Edition> =>
    (await ask<{ bulletin: Edition }>(`query ($id: ID!) { bulletin(id: $id) { ${fields} } }`, { id })).bulletin;
  const make = async (of: object = period): Promise<Edition> => {
    const input = { idempotencyKey: key(), planId, ...of };
    const { makeBulletin } = await ask<{ makeBulletin: { id: string } }>(makeQuery, { input });
    await app.settle();
    return edition(makeBulletin.id);
  };
  const file = async (path: string, as: Actor): Promise<Response> =>
    fetch(`${app.url}/bulletins/${path}`, { headers: { authorization: `Bearer ${as.token}` } });
  const editions = async (): Promise<Edition[]> => {
    const query = `{ bulletins(first: 50) { edges { node { ${fields} } } } }`;
    return (await ask<{ bulletins: { edges: { node: Edition }[] } }>(query)).bulletins.edges.map(({ node }) => node);
  };

  it('by a plan, which is looked at before it is saved', async () => {
    const preview = `query ($input: PreviewBulletinInput!) { previewBulletin(input: $input) { ${contentFields} } }`;
    const { previewBulletin } = await ask<{ previewBulletin: Content }>(preview, { input: { terms, ...period } });
    expect(previewBulletin.figures.map(({ indicator }) => indicator.code)).toEqual(terms.codes);
    expect(previewBulletin.summary[0]).toBe('用工满足率 0.0%。');
    const saved = await ask<{ saveBulletinPlan: { id: string } }>(savePlan, plan());
    planId = saved.saveBulletinPlan.id;
    const { bulletinPlans } = await ask<{ bulletinPlans: { edges: { node: object }[] } }>(
      '{ bulletinPlans(first: 5) { edges { node { id title addresses cadence atHour } } } }',
    );
    const [node] = bulletinPlans.edges;
    expect(node?.node).toMatchObject({ id: planId, addresses: ['leader@example.com'], cadence: 'WEEKLY', atHour: 7 });
  });

  it.each([
    ['an address that is none', { addresses: ['nobody'] }],
    ['an address twice', { addresses: ['a@b.cn', 'A@b.cn'] }],
    ['an unknown indicator', { terms: { ...terms, codes: ['NO_SUCH'] } }],
    ['an indicator twice', { terms: { ...terms, codes: ['DEMAND', 'DEMAND'] } }],
    ['a split that an indicator does not know', { terms: { ...terms, codes: ['PAY_ON_TIME'], groupBy: 'OCCUPATION' } }],
  ])('and refuses %s', async (_, changes) => {
    expect(await app.refusal(savePlan, plan(changes), { as: officer.token })).toBe('VALIDATION_FAILED');
  });

  it('with a paper and a workbook that stay as they are', async () => {
    const made = await make();
    expect(made).toMatchObject({ state: 'SUCCEEDED', version: 1, isByClock: false, ...period });
    const [pdf, xlsx] = await Promise.all([file(`${made.id}.pdf`, officer), file(`${made.id}.xlsx`, officer)]);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const book = await readXlsx(new Uint8Array(await xlsx.arrayBuffer()));
    expect(book.sheets.map(({ name }) => name)).toEqual(['摘要', '走势', '分项', '定义', '来源']);
    expect(book.sheets[1]?.charts).toHaveLength(terms.codes.length);
    expect(book.sheets[0]?.rows.flat()).toContain('用工满足率');
    expect(made.files.map(({ format }) => format)).toEqual(['PDF', 'XLSX']);
    await expect(app.db.rows(`UPDATE bulletin_file SET bytes = ''`)).rejects.toThrow();
  });

  it('whose every figure can be read again by the query that it names', async () => {
    const [made] = await editions();
    expect(made?.content.sources).toHaveLength(3 * terms.codes.length);
    for (const { code, numerator, denominator, query } of made?.content.sources ?? []) {
      const rows = await app.db.rows<{ measure: string; amount: string }>(query);
      const sum = (measure: string): number =>
        rows.reduce((all, row) => all + (row.measure === measure ? Number(row.amount) : 0), 0);
      if (code === 'DEMAND') expect(sum('seats')).toBe(numerator);
      if (code === 'FILL_RATE') expect([sum('seats_on_site'), sum('seats')]).toEqual([numerator, denominator]);
      if (code === 'TIME_TO_FILL') expect(sum('days_to_fill')).toBe(denominator);
    }
  });

  it('to those whom it names, by e-mail with both files', async () => {
    const [made] = await editions();
    expect(made?.mailed).toEqual([{ address: 'leader@example.com', state: 'SENT', fault: null }]);
    const [received] = mail.to('leader@example.com');
    expect(received && subjectOf(received)).toContain('用工周报');
    expect(received?.source.match(/filename=\S+\.(pdf|xlsx)/g)).toHaveLength(2);
    mail.refusals = { code: 550, left: 1 };
    const query = `mutation ($input: MailBulletinInput!) { mailBulletin(input: $input) { id } }`;
    const input = { idempotencyKey: key(), bulletinId: made?.id, addresses: ['gone@example.com'] };
    await ask(query, { input });
    await ask(query, { input });
    await app.settle();
    const { mailed } = await edition(made?.id ?? '');
    expect(mailed[1]).toMatchObject({ address: 'gone@example.com', state: 'FAILED' });
    expect(mailed[1]?.fault).not.toContain('gone@');
    expect(mailed).toHaveLength(2);
  });

  it('again as another version when the same period is asked for again', async () => {
    const again = await make();
    expect(again.version).toBe(2);
    const [first, second] = (await editions()).toSorted((a, b) => a.version - b.version);
    expect(first?.files).not.toEqual(second?.files);
  });

  it('by the clock, once for each period that ends', async () => {
    const by = async (): Promise<Edition[]> => (await editions()).filter(({ isByClock }) => isByClock);
    const run = (): Promise<void> => new Materials(app).run(requestDueBulletins);
    await run();
    expect(await by()).toHaveLength(0);
    const clock = app.jobs.get(Clock);
    clock.shift(8 * DAY_MS);
    await run();
    await run();
    expect(await by()).toHaveLength(1);
    await ask(savePlan, plan({ planId, isOn: false }));
    clock.shift(7 * DAY_MS);
    await run();
    expect(await by()).toHaveLength(1);
    clock.shift(-15 * DAY_MS);
  });

  it('and nobody else reads it, not even the bureau above', async () => {
    const [made] = await editions();
    expect(
      await app.refusal(`query ($id: ID!) { bulletin(id: $id) { id } }`, { id: made?.id }, { as: stranger.token }),
    ).toBe('NOT_FOUND');
    expect((await file(`${made?.id ?? ''}.pdf`, stranger)).status).toBe(404);
    expect((await file('x.pdf', officer)).status).toBe(404);
    expect((await fetch(`${app.url}/bulletins/${made?.id ?? ''}.xlsx`)).status).toBe(401);
    const input = { idempotencyKey: key(), planId, ...period };
    expect(await app.refusal(makeQuery, { input }, { as: stranger.token })).toBe('NOT_FOUND');
    const elsewhere = plan({ terms: { ...terms, regionId: 'GB2260:110000' } });
    expect(await app.refusal(savePlan, elsewhere, { as: officer.token })).toBe('NOT_FOUND');
  });
});
