import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import { Actors, password } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { confirmTerms, type DraftedAgreement, termFields } from '../support/deal.js';
import { inDays, key } from '../support/facts.js';
import { acceptedLoan, type AcceptedLoan } from '../support/loan.js';

const read = `query ($id: ID!) { agreement(id: $id) { id number state version contentHash actions endsOn headcount
  terms { ${termFields} } findings { rule { id clause } severity subject message }
  versions { version isHosts differences { term name before after } } signatures { name isHost }
  comments { edges { node { body term author { name } } } } } }`;
const propose = `mutation ($input: ProposeTermsInput!) { proposeTerms(input: $input) { id version state contentHash } }`;
const issue = `mutation ($input: AgreementVersionInput!) { issueAgreement(input: $input) { id state contentHash version } }`;
const sign = `mutation ($input: SignAgreementInput!) { signAgreement(input: $input) { state } }`;
const confirmOffer = `mutation ($input: OfferInput!) { confirmOffer(input: $input) { state } }`;
const start = `mutation ($input: PlacementInput!) { startPlacement(input: $input) { state } }`;

interface Shown extends DraftedAgreement {
  number: string;
  actions: string[];
  endsOn: string;
  headcount: number;
  terms: Record<string, unknown>;
  findings: { rule: { id: string; clause: string }; severity: string; subject: string; message: string }[];
  versions: { version: number; isHosts: boolean; differences: { term: string; before: string; after: string }[] }[];
  signatures: { name: string; isHost: boolean }[];
  comments: { edges: { node: { body: string; term: string; author: { name: string } } }[] };
}

describe('an agreement between two enterprises that never met', () => {
  let app: TestApp;
  let loan: AcceptedLoan;
  let draft: DraftedAgreement;
  const shown = async (as: string): Promise<Shown> =>
    (await app.ask<{ agreement: Shown }>(read, { id: draft.id }, { as })).agreement;

  beforeAll(async () => {
    app = await TestApp.start();
    loan = await acceptedLoan(app, { headcount: 1 });
  });
  afterAll(() => app.close());

  it('begins with the need’s facts and what the law sets; a stranger cannot begin one, nor see it', async () => {
    const stranger = await new Actors(app).enterprise();
    const input = { idempotencyKey: key(), needId: loan.needId, partnerId: loan.host.enterpriseId };
    const begin = `mutation ($input: DraftAgreementInput!) { draftAgreement(input: $input) { id } }`;
    expect(await app.refusal(begin, { input }, { as: stranger.token })).toBe('NOT_FOUND');
    draft = await loan.deals.drafted(loan.needId);
    const agreement = await shown(loan.lender.token);
    expect(agreement).toMatchObject({ state: 'DRAFT', version: 1, headcount: 1 });
    expect(agreement.number).toMatch(/^GJ-\d{4}-\d{6}$/);
    expect(agreement.terms).toMatchObject({ wageFen: 2400, overtimePercent: 150, duties: '藤编家具坐面编织' });
    expect(
      (await app.ask<{ agreement: null }>(read, { id: draft.id }, { as: loan.host.token })).agreement,
    ).toBeTruthy();
    expect(await app.refusal(read, { id: draft.id }, { as: stranger.token })).toBe('NOT_FOUND');
    expect(
      await app.refusal(begin, { input: { ...input, partnerId: loan.host.enterpriseId } }, { as: loan.lender.token }),
    ).toBe('CONFLICT');
  });

  it('R8 an empty mandatory clause keeps it from being issued, and names itself', async () => {
    const { findings } = await shown(loan.lender.token);
    const gaps = findings.filter(({ severity }) => severity === 'BLOCK').map(({ subject }) => subject);
    expect(gaps).toEqual(['reason', 'contributionsFen', 'injuryHostPercent']);
    const { errors } = await app.call(
      issue,
      { input: { agreementId: draft.id, version: 1 } },
      { as: loan.lender.token },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATED', rules: [{ id: 'R8' }] });
    expect(errors?.[0]?.message).toContain('injuryHostPercent (R13)');
  });

  it('R28 risks are shown before anyone signs, and keep nobody from signing', async () => {
    const { findings } = await shown(loan.host.token);
    const risks = findings.filter(({ rule }) => rule.id === 'R28');
    expect(risks.map(({ severity, subject }) => [severity, subject])).toContainEqual(['RISK', 'commercialInsurance']);
    for (const { rule } of findings) expect(rule.clause).not.toBe('');
  });

  it('is negotiated in versions with a visible difference, and comments; a stale version is told so', async () => {
    const { terms } = await shown(loan.lender.token);
    const asked = { ...terms, reason: 'SEASON', wageFen: 2500, contributionsFen: 80_000, injuryHostPercent: 50 };
    const input = { agreementId: draft.id, version: 1, terms: asked, note: '工资按旺季' };
    const { proposeTerms } = await app.ask<{ proposeTerms: object }>(propose, { input }, { as: loan.lender.token });
    expect(proposeTerms).toMatchObject({ version: 2, state: 'DRAFT' });
    expect(await app.refusal(propose, { input }, { as: loan.host.token })).toBe('CONFLICT');
    await app.ask(
      `mutation ($input: CommentInput!) { commentOnAgreement(input: $input) { id } }`,
      { input: { idempotencyKey: key(), agreementId: draft.id, term: 'wageFen', body: '可以，但要包午餐' } },
      { as: loan.host.token },
    );
    const agreement = await shown(loan.host.token);
    const [, second] = agreement.versions;
    expect(second).toMatchObject({ version: 2, isHosts: false });
    expect(second?.differences.find(({ term }) => term === 'wageFen')).toMatchObject({
      before: '24.00 CNY an hour',
      after: '25.00 CNY an hour',
    });
    expect(agreement.comments.edges[0]?.node).toMatchObject({ term: 'wageFen', author: { name: '安溪急单家具厂' } });
  });

  it('R17 pay below the statutory multipliers cannot be agreed', async () => {
    const { terms } = await shown(loan.host.token);
    const input = { agreementId: draft.id, version: 2, terms: { ...terms, holidayPercent: 200 }, note: '' };
    await app.ask(propose, { input }, { as: loan.host.token });
    const { errors } = await app.call(
      issue,
      { input: { agreementId: draft.id, version: 3 } },
      { as: loan.lender.token },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATED', rules: [{ id: 'R17' }] });
    const mended = { ...input, version: 3, terms: { ...terms, holidayPercent: 300 } };
    await app.ask(propose, { input: mended }, { as: loan.host.token });
  });

  it('the side that proposed cannot agree with itself; the other fixes the text', async () => {
    const input = { agreementId: draft.id, version: 4 };
    expect(await app.refusal(issue, { input }, { as: loan.host.token })).toBe('CONFLICT');
    const { issueAgreement } = await app.ask<{ issueAgreement: DraftedAgreement }>(
      issue,
      { input },
      { as: loan.lender.token },
    );
    expect(issueAgreement).toMatchObject({ state: 'ISSUED' });
    expect(issueAgreement.contentHash).toMatch(/^[0-9a-f]{64}$/);
    draft = issueAgreement;
    expect(await app.refusal(confirmOffer, { input: { offerId: loan.offerId } }, { as: loan.lender.token })).toBe(
      'RULE_VIOLATED',
    );
  });

  it('two enterprises have one open negotiation about a need, also when its text is fixed', async () => {
    const input = { idempotencyKey: key(), needId: loan.needId, partnerId: loan.lender.enterpriseId };
    const begin = `mutation ($input: DraftAgreementInput!) { draftAgreement(input: $input) { id } }`;
    expect(await app.refusal(begin, { input }, { as: loan.host.token })).toBe('CONFLICT');
    await expect(
      app.db.rows(
        `INSERT INTO agreement SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'number', 'GJ-2'))).*
         FROM agreement a WHERE id = $1`,
        [draft.id],
      ),
    ).rejects.toThrow('agreement_one_open');
  });

  it('R35 a signature takes the password again, and the hash of what was read; nobody signs twice', async () => {
    const input = { agreementId: draft.id, contentHash: draft.contentHash, name: '王小明', title: '厂长', password };
    expect(await app.refusal(sign, { input: { ...input, password: 'guess' } }, { as: loan.host.token })).toBe(
      'VALIDATION_FAILED',
    );
    const other = { ...input, contentHash: 'f'.repeat(64) };
    expect(await app.refusal(sign, { input: other }, { as: loan.host.token })).toBe('CONFLICT');
    for (let times = 0; times < 2; times++) {
      const { signAgreement } = await app.ask<{ signAgreement: object }>(sign, { input }, { as: loan.host.token });
      expect(signAgreement).toEqual({ state: 'ISSUED' });
    }
    expect(await shown(loan.lender.token)).toMatchObject({ signatures: [{ name: '王小明', isHost: true }] });
    expect(await loan.deals.signAs(loan.lender, draft)).toMatchObject({ state: 'IN_FORCE' });
  });

  it('the sealed paper is a PDF in both languages that anyone can verify, and a page; strangers get nothing', async () => {
    const paper = async (path: string, as: string) =>
      fetch(`${app.url}/agreements/${draft.id}/${path}`, { headers: { authorization: `Bearer ${as}` } });
    const pdf = Buffer.from(await (await paper('paper.pdf?language=zh-CN', loan.host.token)).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const [kept] = await app.db.rows<{ sha256: string }>(
      `SELECT sha256 FROM agreement_document WHERE agreement_id = $1 AND language = 'zh-CN'`,
      [draft.id],
    );
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(kept?.sha256);
    const page = await (await paper('paper?language=en', loan.lender.token)).text();
    expect(page).toContain('Cooperation Agreement on Shared Employees');
    expect(page).toContain('25.00 CNY an hour');
    const stranger = await new Actors(app).enterprise();
    expect((await paper('paper.pdf', stranger.token)).status).toBe(404);
    const verify = async (bytes: Buffer): Promise<string> => {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(bytes)]), 'paper.pdf');
      return (await fetch(`${app.url}/verify`, { method: 'POST', body: form })).text();
    };
    expect(await verify(pdf)).toContain('"outcome":"sealed"');
    pdf[pdf.length - 100] = (pdf[pdf.length - 100] ?? 0) ^ 1;
    expect(await verify(pdf)).toContain('"outcome":"unknown"');
  });

  it('R1 R2 the loan stands on a labour contract that outlasts it; R4 its wage on the agreement', async () => {
    const confirm = { input: { offerId: loan.offerId } };
    const rules = async (): Promise<unknown> =>
      (await app.call(confirmOffer, confirm, { as: loan.lender.token })).errors?.[0]?.extensions;
    expect(await rules()).toMatchObject({ rules: [{ id: 'R1' }] });
    await loan.deals.contract(loan.workerId, { endsOn: inDays(30) });
    expect(await rules()).toMatchObject({ rules: [{ id: 'R2' }] });
    await loan.deals.contract(loan.workerId, { isDispatched: true });
    expect(await rules()).toMatchObject({ rules: [{ id: 'R3' }] });
    await loan.deals.contract(loan.workerId);
    // The offer was made at 24.00, the agreement says 25.00: nobody works below it.
    expect(await rules()).toMatchObject({ code: 'CONFLICT' });
    await app.db.rows('UPDATE offer SET wage_fen = 2500 WHERE id = $1', [loan.offerId]);
    await app.ask(confirmOffer, confirm, { as: loan.lender.token });
  });

  it('R7 the worker confirms the terms of the notice before the first day', async () => {
    const { placements } = await app.ask<{
      placements: { edges: { node: { id: string; actions: string[]; notice: { lines: { value: string }[] } } }[] };
    }>(
      `{ placements { edges { node { id actions notice { lines { label value } rights hash } } } } }`,
      {},
      { as: loan.worker.token },
    );
    const placement = placements.edges[0]?.node;
    expect(placement?.actions).toEqual(['CONFIRM_TERMS']);
    expect(placement?.notice.lines.map(({ value }) => value)).toContain('25.00 CNY an hour');
    const input = { placementId: placement?.id };
    const { errors } = await app.call(start, { input }, { as: loan.host.token });
    expect(errors?.[0]?.extensions).toMatchObject({ rules: [{ id: 'R7' }] });
    await confirmTerms(app, loan.worker);
    expect(await app.ask(start, { input }, { as: loan.host.token })).toEqual({ startPlacement: { state: 'ACTIVE' } });
  });

  it('R4 the host cannot lend on who is lent to it: to the host this is nobody’s head but the lender’s', async () => {
    const own = { idempotencyKey: key(), workerId: loan.workerId, startsOn: inDays(-10) };
    const record = `mutation ($input: RecordEmploymentInput!) { recordEmployment(input: $input) { id } }`;
    expect(await app.refusal(record, { input: own }, { as: loan.host.token })).toBe('NOT_FOUND');
    const person = { name: '陈阿华', phone: '13800001111', idNumber: '350524199003070012' };
    const name = `mutation ($input: NameSurplusWorkerInput!) { nameSurplusWorker(input: $input) { claimCode } }`;
    const input = { idempotencyKey: key(), workerId: loan.workerId, person };
    expect(await app.refusal(name, { input }, { as: loan.host.token })).toMatch(/NOT_FOUND|VALIDATION_FAILED/);
  });

  it('is amended and ended early by further agreements; a running placement ends with it', async () => {
    const { terms, version } = await shown(loan.host.token);
    const amend = `mutation ($input: AmendAgreementInput!) { amendAgreement(input: $input) { id version state contentHash } }`;
    const few = { idempotencyKey: key(), agreementId: draft.id, terms: { ...terms, endsOn: inDays(10) }, note: '' };
    const amended = (
      await app.ask<{ amendAgreement: DraftedAgreement }>(amend, { input: few }, { as: loan.host.token })
    ).amendAgreement;
    expect(await app.refusal(amend, { input: { ...few, idempotencyKey: key() } }, { as: loan.lender.token })).toBe(
      'CONFLICT',
    );
    const issued = await loan.deals.issued(amended);
    await loan.deals.signAs(loan.host, issued);
    // The placement that stands does not fit into it.
    await expect(loan.deals.signAs(loan.lender, issued)).rejects.toThrow('CONFLICT');
    await app.ask(
      `mutation ($input: RejectAgreementInput!) { rejectAgreement(input: $input) { state } }`,
      { input: { agreementId: amended.id, reason: '人还在岗' } },
      { as: loan.lender.token },
    );
    expect(await shown(loan.host.token)).toMatchObject({ version, state: 'IN_FORCE' });
    const { terminateAgreement } = await app.ask<{ terminateAgreement: DraftedAgreement }>(
      `mutation ($input: TerminateAgreementInput!) { terminateAgreement(input: $input) { id version state contentHash } }`,
      { input: { idempotencyKey: key(), agreementId: draft.id, endsOn: inDays(5), note: '订单提前完成' } },
      { as: loan.lender.token },
    );
    expect(terminateAgreement).toMatchObject({ state: 'ISSUED' });
    expect(await loan.deals.sign(terminateAgreement)).toMatchObject({ state: 'SIGNED' });
    expect(await shown(loan.host.token)).toMatchObject({ endsOn: inDays(5), state: 'IN_FORCE' });
    const { placements } = await app.ask<{ placements: object }>(
      `{ placements { edges { node { endsOn state } } } }`,
      {},
      { as: loan.worker.token },
    );
    expect(placements).toEqual({ edges: [{ node: { endsOn: inDays(5), state: 'ACTIVE' } }] });
  });

  it('a negotiation that nobody moves lapses, and tells both', async () => {
    const other = await acceptedLoan(app);
    const left = await other.deals.drafted(other.needId);
    const { Negotiations } = await import('../../src/labour/agreements/negotiation.service.js');
    const clocks = [app.api.get(Clock), app.jobs.get(Clock)];
    for (const clock of clocks) clock.shift(8 * 86_400_000);
    expect(await app.jobs.get(Negotiations).expirePast()).toBe(1);
    expect(await app.jobs.get(Negotiations).expirePast()).toBe(0);
    for (const clock of clocks) clock.shift(-8 * 86_400_000);
    const { agreement } = await app.ask<{ agreement: Shown }>(read, { id: left.id }, { as: other.host.token });
    expect(agreement.state).toBe('REJECTED');
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
  });
});
