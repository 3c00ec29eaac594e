import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals, type Hire } from '../support/deals.js';
import { key } from '../support/facts.js';

type Edges<T> = { edges: { node: T }[] };
const nodes = <T>({ edges }: Edges<T>): T[] => edges.map(({ node }) => node);

const fileComplaint = `mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) {
  id state kind complainant against { name } actions } }`;
const complaints = `{ complaints { edges { node { id kind text state answer complainant placementId needId actions
  history { state note isByBureau } } } } }`;
const complaint = `query ($id: ID!) { complaint(id: $id) { id state answer complainant } }`;
const caseFile = `query ($id: ID!) { complaint(id: $id) { caseFile { placementId kind state wageFen wageUnit agreementNumber
  attendance { days } trail { action by } } } }`;
const takeUp = `mutation ($input: ComplaintInput!) { takeUpComplaint(input: $input) { state actions } }`;
const answerComplaint = `mutation ($input: AnswerComplaintInput!) { answerComplaint(input: $input) { state answer actions } }`;
const reportNeed = `mutation ($input: ReportNeedInput!) { reportNeed(input: $input) }`;
const removeNeed = `mutation ($input: RemoveNeedInput!) { removeNeed(input: $input) { state removalNote } }`;

describe('complaints to the bureau', () => {
  let app: TestApp;
  let actors: Actors;
  let deals: Deals;
  let host: EnterpriseActor;
  let worker: Actor;
  let officer: Actor;
  let elsewhere: Actor;
  let hire: Hire;
  let complaintId: string;

  interface Shown {
    id: string;
    kind: string;
    state: string;
    answer: string;
    complainant: string | null;
    needId: string | null;
    actions: string[];
    history: { state: string; note: string; isByBureau: boolean }[];
  }
  const listOf = async (as: Actor): Promise<Shown[]> =>
    nodes((await app.ask<{ complaints: Edges<Shown> }>(complaints, {}, { as: as.token })).complaints);
  const file = async (as: Actor, input: object): Promise<Shown> =>
    (
      await app.ask<{ fileComplaint: Shown }>(
        fileComplaint,
        { input: { idempotencyKey: key(), kind: 'WAGES', text: '加班费没有给', ...input } },
        { as: as.token },
      )
    ).fileComplaint;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    deals = new Deals(app);
    [host, worker] = [await actors.enterprise('安溪铁艺家居有限公司'), await actors.idleWorker()];
    [officer, elsewhere] = [await actors.officer('GB2260:350500'), await actors.officer('GB2260:110000')];
    hire = await deals.hire(host, worker);
  });
  afterAll(() => app.close());

  it('a party complains about its placement, once per key', async () => {
    const input = { idempotencyKey: key(), placementId: hire.placementId };
    const filed = await file(worker, input);
    expect(filed).toMatchObject({
      state: 'OPEN',
      complainant: '林小竹',
      against: { name: '安溪铁艺家居有限公司' },
      actions: [],
    });
    expect((await file(worker, input)).id).toBe(filed.id);
    complaintId = filed.id;
    expect(await listOf(worker)).toHaveLength(1);
  });

  it('nobody else does: not about others’ placements, not about enterprises it never had to do with', async () => {
    const [stranger, idle] = [await actors.enterprise(), await actors.idleWorker()];
    const about = (input: object, as: Actor): Promise<string> =>
      app.refusal(
        fileComplaint,
        { input: { idempotencyKey: key(), kind: 'OTHER', text: 'x', ...input } },
        { as: as.token },
      );
    expect(await about({ placementId: hire.placementId }, idle)).toBe('NOT_FOUND');
    expect(await about({ placementId: hire.placementId }, stranger)).toBe('NOT_FOUND');
    expect(await about({ againstEnterpriseId: host.enterpriseId }, idle)).toBe('NOT_FOUND');
    expect(await about({ againstEnterpriseId: host.enterpriseId }, host)).toBe('CONFLICT');
    expect(await about({}, idle)).toBe('VALIDATION_FAILED');
    expect((await file(worker, { againstEnterpriseId: host.enterpriseId })).state).toBe('OPEN');
  });

  it('the other side does not learn of it, unless it is open', async () => {
    expect(await listOf(host)).toEqual([]);
    expect(await app.refusal(complaint, { id: complaintId }, { as: host.token })).toBe('NOT_FOUND');
    const openly = await file(worker, { placementId: hire.placementId, kind: 'SAFETY', openly: true });
    expect(await listOf(host)).toMatchObject([{ id: openly.id, complainant: '林小竹', actions: [] }]);
    expect(await app.refusal(caseFile, { id: openly.id }, { as: host.token })).toBe('FORBIDDEN');
  });

  it('the officers of the host’s region have it, with the case file; others do not', async () => {
    expect(await listOf(elsewhere)).toEqual([]);
    expect(await app.refusal(complaint, { id: complaintId }, { as: elsewhere.token })).toBe('NOT_FOUND');
    expect(await app.ask(complaint, { id: complaintId }, { as: officer.token })).toMatchObject({
      complaint: { state: 'OPEN', complainant: '林小竹' },
    });
    const { complaint: shown } = await app.ask<{
      complaint: { caseFile: { trail: { action: string; by: string }[] } };
    }>(caseFile, { id: complaintId }, { as: officer.token });
    expect(shown.caseFile).toMatchObject({
      placementId: hire.placementId,
      kind: 'direct',
      state: 'active',
      wageFen: 2400,
      wageUnit: 'HOUR',
      agreementNumber: null,
      attendance: { days: 0 },
    });
    expect(shown.caseFile.trail).toEqual([
      { action: 'offer.send', by: 'host' },
      { action: 'offer.confirm', by: 'worker' },
      { action: 'placement.start', by: 'host' },
    ]);
  });

  it('an officer takes it up, then answers; whoever complained reads both', async () => {
    const input = { complaintId, decision: 'RESOLVED', answer: '已责令补发加班费。' };
    expect(await app.refusal(answerComplaint, { input }, { as: officer.token })).toBe('ILLEGAL_TRANSITION');
    expect(await app.refusal(takeUp, { input: { complaintId } }, { as: elsewhere.token })).toBe('NOT_FOUND');
    expect(await app.ask(takeUp, { input: { complaintId } }, { as: officer.token })).toEqual({
      takeUpComplaint: { state: 'IN_REVIEW', actions: ['RESOLVE', 'DISMISS'] },
    });
    expect(await app.ask(answerComplaint, { input }, { as: officer.token })).toEqual({
      answerComplaint: { state: 'RESOLVED', answer: '已责令补发加班费。', actions: [] },
    });
    const shown = (await listOf(worker)).find(({ id }) => id === complaintId);
    expect(shown?.history).toEqual([
      { state: 'OPEN', note: '', isByBureau: false },
      { state: 'IN_REVIEW', note: '', isByBureau: true },
      { state: 'RESOLVED', note: '已责令补发加班费。', isByBureau: true },
    ]);
  });

  it('R31 anyone reports a post, once', async () => {
    const needId = await deals.need(host);
    const report = () =>
      app.call(reportNeed, { input: { idempotencyKey: key(), needId, reason: '招聘信息不实' } }, { as: worker.token });
    expect((await report()).errors).toBeUndefined();
    expect((await report()).errors?.[0]?.extensions.code).toBe('CONFLICT');
    await app.ask(reportNeed, { input: { idempotencyKey: key(), needId, reason: '收押金' } }, { as: elsewhere.token });
    const reports = (await listOf(officer)).filter((shown) => shown.needId === needId);
    expect(reports.map((shown) => [shown.kind, shown.state])).toEqual([
      ['POST', 'OPEN'],
      ['POST', 'OPEN'],
    ]);
    expect(await listOf(host)).toHaveLength(1);
  });

  it('R29 the bureau takes a post down, and whoever reported it is answered', async () => {
    const needId = nodes(
      (await app.ask<{ complaints: Edges<Shown> }>(complaints, {}, { as: officer.token })).complaints,
    ).find(({ kind }) => kind === 'POST')?.needId;
    const input = { needId, reason: '含歧视内容' };
    const actions = 'query ($id: ID!) { need(id: $id) { actions } }';
    expect(await app.ask(actions, { id: needId }, { as: officer.token })).toEqual({ need: { actions: ['REMOVE'] } });
    expect(await app.ask(actions, { id: needId }, { as: elsewhere.token })).toEqual({ need: { actions: [] } });
    expect(await app.refusal(removeNeed, { input }, { as: elsewhere.token })).toBe('NOT_FOUND');
    expect(await app.refusal(removeNeed, { input }, { as: host.token })).toBe('FORBIDDEN');
    expect(await app.ask(removeNeed, { input }, { as: officer.token })).toEqual({
      removeNeed: { state: 'CANCELLED', removalNote: '含歧视内容' },
    });
    expect(await app.refusal(removeNeed, { input }, { as: officer.token })).toBe('ILLEGAL_TRANSITION');
    const mine = (await listOf(worker)).find(({ kind }) => kind === 'POST');
    expect(mine).toMatchObject({ state: 'RESOLVED' });
    expect(mine?.answer).toContain('含歧视内容');
    const seen = `query ($id: ID!) { need(id: $id) { removalNote } }`;
    expect(await app.ask(seen, { id: needId }, { as: host.token })).toEqual({ need: { removalNote: '含歧视内容' } });
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
    expect(await app.db.rows(`SELECT 1 FROM outbox_event WHERE payload::text ~ '林小竹|加班费'`)).toEqual([]);
  });
});

const blockEnterprise = `mutation ($input: BlockEnterpriseInput!) { blockEnterprise(input: $input) { id enterprise { name } candidate { id } } }`;
const blockWorker = `mutation ($input: BlockWorkerInput!) { blockWorker(input: $input) { id candidate { id } } }`;
const unblock = `mutation ($input: UnblockInput!) { unblock(input: $input) }`;
const myBlocks = `{ myBlocks { edges { node { id enterprise { name } candidate { id } } } } }`;
const makeOffer = `mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }`;
const declineOffer = `mutation ($input: OfferInput!) { declineOffer(input: $input) { state } }`;
const applyForNeed = `mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id } }`;
const needActions = `query ($id: ID!) { need(id: $id) { actions } }`;

describe('blocks', () => {
  let app: TestApp;
  let actors: Actors;
  let deals: Deals;
  let host: EnterpriseActor;
  let worker: Actor;
  let needId: string;
  let workerId: string;
  let blockId: string;

  const proposed = () =>
    app.db.rows<{ id: string }>(
      `SELECT id FROM proposal WHERE need_id = $1 AND worker_id = $2 AND state = 'proposed'`,
      [needId, workerId],
    );
  const block = async (): Promise<string> =>
    (
      await app.ask<{ blockEnterprise: { id: string } }>(
        blockEnterprise,
        { input: { enterpriseId: host.enterpriseId } },
        { as: worker.token },
      )
    ).blockEnterprise.id;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    deals = new Deals(app);
    [host, worker] = [await actors.enterprise('安溪铁艺家居有限公司'), await actors.idleWorker()];
    needId = await deals.need(host);
    await app.settle();
    const [known] = await app.db.rows<{ worker_id: string }>('SELECT worker_id FROM account WHERE login = $1', [
      worker.login,
    ]);
    workerId = known?.worker_id ?? '';
  });
  afterAll(() => app.close());

  it('a worker blocks an enterprise: what was proposed goes, and nothing is proposed again', async () => {
    const [standing] = await proposed();
    expect(standing).toBeDefined();
    blockId = await block();
    expect(await block()).toBe(blockId);
    const input = { idempotencyKey: key(), proposalId: standing?.id };
    expect(await app.refusal(makeOffer, { input }, { as: host.token })).toBe('CONFLICT');
    await app.settle();
    expect(await proposed()).toEqual([]);
  });

  it('an enterprise whom no bureau has verified does not exist for it', async () => {
    const { enterpriseId } = await actors.unverifiedEnterprise();
    expect(await app.refusal(blockEnterprise, { input: { enterpriseId } }, { as: worker.token })).toBe('NOT_FOUND');
  });

  it('there is no application between them, and the actions say so', async () => {
    const input = { idempotencyKey: key(), needId };
    expect(await app.refusal(applyForNeed, { input }, { as: worker.token })).toBe('NOT_FOUND');
    expect(await app.ask(needActions, { id: needId }, { as: worker.token })).toEqual({ need: { actions: [] } });
  });

  it('only the blocker sees it and takes it back; then all is as before', async () => {
    expect(await app.ask(myBlocks, {}, { as: host.token })).toEqual({ myBlocks: { edges: [] } });
    expect(await app.ask(myBlocks, {}, { as: worker.token })).toEqual({
      myBlocks: { edges: [{ node: { id: blockId, enterprise: { name: '安溪铁艺家居有限公司' }, candidate: null } }] },
    });
    expect(await app.refusal(unblock, { input: { blockId } }, { as: host.token })).toBe('NOT_FOUND');
    await app.ask(unblock, { input: { blockId } }, { as: worker.token });
    await app.settle();
    expect(await proposed()).toHaveLength(1);
  });

  it('a host blocks only a worker whom it had to do with; the open offer stays', async () => {
    expect(await app.refusal(blockWorker, { input: { workerId } }, { as: host.token })).toBe('NOT_FOUND');
    const [standing] = await proposed();
    const { makeOffer: offer } = await app.ask<{ makeOffer: { id: string } }>(
      makeOffer,
      { input: { idempotencyKey: key(), proposalId: standing?.id } },
      { as: host.token },
    );
    expect(await app.ask(blockWorker, { input: { workerId } }, { as: host.token })).toMatchObject({
      blockWorker: { candidate: { id: workerId } },
    });
    expect(await app.ask(myBlocks, {}, { as: worker.token })).toEqual({ myBlocks: { edges: [] } });
    expect(await app.ask(declineOffer, { input: { offerId: offer.id } }, { as: worker.token })).toEqual({
      declineOffer: { state: 'DECLINED' },
    });
    await app.settle();
    expect(await proposed()).toEqual([]);
    const other = await actors.enterprise();
    const elsewhereNeed = await deals.need(other);
    await app.settle();
    expect(
      await app.db.rows(`SELECT 1 FROM proposal WHERE need_id = $1 AND worker_id = $2 AND state = 'proposed'`, [
        elsewhereNeed,
        workerId,
      ]),
    ).toHaveLength(1);
  });
});
