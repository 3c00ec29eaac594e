import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSnapshot } from '../../src/matching/runs/snapshot.js';
import { Actors, type Actor, type EnterpriseActor, need, surplus } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key, places } from '../support/facts.js';

const publishNeed = 'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }';
const publishSurplus = 'mutation ($input: PublishSurplusInput!) { publishSurplus(input: $input) { id } }';
const apply = 'mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id } }';
const withdraw = 'mutation ($input: ApplicationInput!) { withdrawApplication(input: $input) { id } }';
const weightsOf =
  'query ($id: ID!) { scoreWeights(marketId: $id) { version isDefault note actions parts { name label weight } } }';
const setWeights =
  'mutation ($input: SetScoreWeightsInput!) { setScoreWeights(input: $input) { version isDefault note } }';
const versions = `query ($id: ID!, $after: String) { scoreWeightsVersions(marketId: $id, first: 2, after: $after) {
  edges { node { version isDefault note setBy parts { name weight } } } pageInfo { hasNextPage endCursor } } }`;
const market = `{ labourMarkets { edges { node { id isKept latestRun { id state } scoreWeights { version isDefault setBy } } } } }`;
const askWeights = 'mutation ($input: AskWeightsInput!) { askWeights(input: $input) { id } }';
const outcome = `query ($id: ID!) { scenario(id: $id) { state kind changes whatIf { workersMoved } weights { basedOnVersion filled { before after } workersMoved
  parts { name weightBefore weightAfter points { before after } } distanceM { before after } wageUpliftPercent { before after } waitingDays { before after }
  favoured { regions { region { id } before { seats filled } after { filled } } enterprises { enterprise { id } } moved { needId } } } } }`;
const request = 'mutation ($input: RequestMatchRunInput!) { requestMatchRun(input: $input) { id } }';
const run = `query ($id: ID!) { matchRun(id: $id) { state kept added withdrawn fairness { largestShare concentration
  enterprises { enterprise { id } proposals share } seated { workers medianDays longestDays } unseated { workers medianDays longestDays }
  groups { kind label workers seated medianDays } } } }`;

const none = { skill: 0, distance: 0, wage: 0, overlap: 0, waiting: 0, rating: 0, applied: 0 };

interface RunAnswer {
  readonly state: string;
  readonly added: number;
  readonly withdrawn: number;
  readonly fairness: { readonly groups: { kind: string; label: string; workers: number; seated: number }[] };
}

describe('the weights of a market', () => {
  let app: TestApp;
  let actors: Actors;
  let host: EnterpriseActor;
  let operator: Actor;
  let officer: Actor;
  let marketId: string;
  let needId: string;
  /** Lives at the site. */
  let near: Actor;
  let nearId: string;
  /** Lives farther off, and has waited. */
  let patientId: string;

  const rows = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => app.db.rows<T>(sql, values);
  const idle = async (waited: number, place: { latitude: number; longitude: number }): Promise<[Actor, string]> => {
    const actor = await actors.idleWorker();
    const [account] = await rows<{ id: string }>('SELECT worker_id AS id FROM account WHERE login = $1', [actor.login]);
    const id = account?.id ?? '';
    await rows('UPDATE worker SET latitude = $2, longitude = $3 WHERE id = $1', [id, place.latitude, place.longitude]);
    await rows('UPDATE availability SET created_at = now() - make_interval(days => $2) WHERE worker_id = $1', [
      id,
      waited,
    ]);
    return [actor, id];
  };
  const seated = async (): Promise<{ worker: string; version: number } | undefined> => {
    await app.settle();
    const [proposal] = await rows<{ worker: string; version: number }>(
      `SELECT worker_id AS worker, weights_version AS version FROM proposal WHERE state = 'proposed'`,
    );
    return proposal;
  };
  const runs = async (): Promise<number> =>
    (await rows<{ n: number }>('SELECT count(*)::int AS n FROM match_run'))[0]?.n ?? -1;
  const change = (weights: object, basedOnVersion: number, more: object = {}): object => ({
    input: {
      idempotencyKey: key(),
      marketId,
      weights: { ...none, ...weights },
      note: '先到先得',
      basedOnVersion,
      ...more,
    },
  });
  const as = ({ token }: Actor): { as: string } => ({ as: token });
  const runNow = async (): Promise<RunAnswer> => {
    const asked = await app.ask<{ requestMatchRun: { id: string } }>(request, { input: { marketId } }, as(operator));
    await app.settle();
    return (await app.ask<{ matchRun: RunAnswer }>(run, { id: asked.requestMatchRun.id }, as(officer))).matchRun;
  };

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    host = await actors.enterprise();
    operator = await actors.operator();
    officer = await actors.officer('GB2260:350524');
    [near, nearId] = await idle(0, places.town);
    [, patientId] = await idle(5, places.near);
    needId = (await app.ask<{ publishNeed: { id: string } }>(publishNeed, { input: need({ headcount: 1 }) }, as(host))).publishNeed.id; // prettier-ignore
    await app.settle();
    marketId = (await rows<{ id: string }>('SELECT id FROM labour_market'))[0]?.id ?? '';
  });
  afterAll(() => app.close());

  it('are the default ones until it has some of its own', async () => {
    const { scoreWeights } = await app.ask<{ scoreWeights: object }>(weightsOf, { id: marketId }, as(operator));
    expect(scoreWeights).toMatchObject({ version: 2, isDefault: true, actions: ['SIMULATE', 'SET'] });
    expect(scoreWeights).toMatchObject({
      parts: expect.arrayContaining([{ name: 'applied', label: 'Applied for it', weight: 10 }]),
    });
    expect(await app.ask(weightsOf, { id: marketId }, as(officer))).toMatchObject({ scoreWeights: { actions: [] } });
    expect(await seated()).toEqual({ worker: nearId, version: 2 });
  });

  it('are tried on a copy: as many seats, other people, and what that means for them', async () => {
    const input = { idempotencyKey: key(), marketId, weights: { ...none, waiting: 1 } };
    const asked = await app.ask<{ askWeights: { id: string } }>(askWeights, { input }, as(operator));
    await app.settle();
    const { scenario } = await app.ask<{ scenario: object }>(outcome, { id: asked.askWeights.id }, as(operator));
    expect(scenario).toMatchObject({
      ...{ state: 'SUCCEEDED', kind: 'WEIGHTS', changes: [], whatIf: null },
      weights: {
        ...{ basedOnVersion: 2, filled: { before: 1, after: 1 }, workersMoved: 2 },
        ...{
          distanceM: { before: 0, after: 2633 },
          wageUpliftPercent: { before: 20, after: 20 },
          waitingDays: { before: 0, after: 5 },
        },
        // The one seat is another’s, and still there.
        favoured: {
          regions: [{ region: { id: 'GB2260:350524' }, before: { seats: 1, filled: 1 }, after: { filled: 1 } }],
          ...{ enterprises: [], moved: [] },
        },
        parts: expect.arrayContaining([
          { name: 'waiting', weightBefore: 10, weightAfter: 1, points: { before: 0, after: 1667 } },
        ]),
      },
    });
    expect(await seated()).toEqual({ worker: nearId, version: 2 });
  });

  it('are set by operators who have seen the latest, and weigh something', async () => {
    expect(await app.refusal(setWeights, change({ waiting: 1 }, 1), as(operator))).toBe('CONFLICT');
    expect(await app.refusal(setWeights, change({}, 2), as(operator))).toBe('VALIDATION_FAILED');
    expect(await app.refusal(askWeights, { input: { idempotencyKey: key(), marketId, weights: none } }, as(operator))).toBe('VALIDATION_FAILED'); // prettier-ignore
    expect(await app.refusal(setWeights, change({ waiting: 101 }, 2), as(operator))).toBe('VALIDATION_FAILED');
    for (const other of [officer, host])
      expect(await app.refusal(setWeights, change({ waiting: 1 }, 2), as(other))).toBe('FORBIDDEN');
    expect(await app.refusal(setWeights, change({ waiting: 1 }, 2, { marketId: needId }), as(operator))).toBe(
      'NOT_FOUND',
    );
    const input = change({ waiting: 1 }, 2);
    for (const _ of [1, 2])
      expect(await app.ask(setWeights, input, as(operator))).toEqual({
        setScoreWeights: { version: 3, isDefault: false, note: '先到先得' },
      });
    expect(await rows(`SELECT details FROM audit_log WHERE action = 'score-weights.set'`)).toHaveLength(1);
  });

  it('hold from then on: for the run that follows, and for every change after it', async () => {
    expect(await seated()).toEqual({ worker: patientId, version: 3 });
    const before = await runs();
    // By the weights before, whoever lives at the site would have the seat.
    const [, elderId] = await idle(8, places.near);
    expect(await seated()).toEqual({ worker: elderId, version: 3 });
    expect(await runs()).toBe(before);
  });

  it('stay on record: those that a market has had, who set them and why; a bureau is not told who', async () => {
    interface Listed {
      readonly scoreWeightsVersions: {
        readonly edges: { node: object }[];
        readonly pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const list = async (actor: Actor, after: string | null = null): Promise<Listed['scoreWeightsVersions']> =>
      (await app.ask<Listed>(versions, { id: marketId, after }, as(actor))).scoreWeightsVersions;
    const first = await list(operator);
    expect(first.edges.map(({ node }) => node)).toMatchObject([
      { version: 3, isDefault: false, note: '先到先得', setBy: operator.login },
      { version: 2, isDefault: true, setBy: null },
    ]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const next = await list(operator, first.pageInfo.endCursor);
    expect(next.edges.map(({ node }) => node)).toMatchObject([{ version: 1, isDefault: true }]);
    expect(next.pageInfo.hasNextPage).toBe(false);
    expect((await list(officer)).edges[0]?.node).toMatchObject({ version: 3, setBy: null });
    expect(await app.refusal(versions, { id: marketId, after: 'bm90aGluZw' }, as(operator))).toBe('VALIDATION_FAILED');
    const abroad = await actors.officer('GB2260:370200');
    expect(await app.refusal(versions, { id: marketId }, as(abroad))).toBe('NOT_FOUND');
  });

  it('stand with the market, beside its latest run and whether it is kept up to date', async () => {
    const [latest] = await rows<{ id: string }>('SELECT id FROM match_run ORDER BY id DESC LIMIT 1');
    expect(await app.ask(market, {}, as(officer))).toEqual({
      labourMarkets: {
        edges: [
          {
            node: {
              ...{ id: marketId, isKept: true, latestRun: { id: latest?.id, state: 'SUCCEEDED' } },
              scoreWeights: { version: 3, isDefault: false, setBy: null },
            },
          },
        ],
      },
    });
  });

  it('an application counts by its weight, as long as it stands', async () => {
    await app.ask(setWeights, change({ waiting: 10, applied: 100 }, 3), as(operator));
    const first = await seated();
    const before = await runs();
    const input = { idempotencyKey: key(), needId };
    const { applyForNeed } = await app.ask<{ applyForNeed: { id: string } }>(apply, { input }, as(near));
    expect(await seated()).toEqual({ worker: nearId, version: 4 });
    await app.ask(withdraw, { input: { applicationId: applyForNeed.id } }, as(near));
    expect((await seated())?.worker).toBe(first?.worker);
    expect(await runs()).toBe(before);
  });

  it('a run tells how evenly it spreads, and of no group under five', async () => {
    const few = await runNow();
    expect(few).toMatchObject({
      state: 'SUCCEEDED',
      fairness: {
        ...{ largestShare: 1, concentration: 1, groups: [] },
        enterprises: [{ enterprise: { id: host.enterpriseId }, proposals: 1, share: 1 }],
        seated: { workers: 1, medianDays: 8, longestDays: 8 },
        unseated: { workers: 2, medianDays: 2.5, longestDays: 5 },
      },
    });
    const lender = await actors.enterprise();
    await app.ask(publishSurplus, { input: surplus({ headcount: 5 }) }, as(lender));
    const { groups } = (await runNow()).fairness;
    expect(groups.map(({ kind, workers, seated: filled }) => [kind, workers, filled])).toEqual([
      ['RELOCATION', 8, 1],
      ['COUNTY', 8, 1],
      ['FAMILY', 8, 1],
    ]);
    expect(groups.map(({ label }) => label)).toEqual(['Near home only', 'Anxi County', 'Rattan and iron craft']);
  });

  it('nothing of a person comes into it: others’ names, ages and numbers move nobody', async () => {
    const [before, seat] = [await readSnapshot(app.db, marketId), await seated()];
    await rows(
      `UPDATE worker_person p SET name = '阿依古丽' || n, birth_year = 1965 + 7 * n, phone = '+86139000000' || n,
         id_number_cipher = decode('00', 'hex'), id_number_index = decode(lpad(n::text, 8, '0'), 'hex')
       FROM (SELECT worker_id, row_number() OVER (ORDER BY worker_id DESC)::int AS n FROM worker_person) o WHERE o.worker_id = p.worker_id`,
    );
    expect(await seated()).toEqual(seat);
    expect(await readSnapshot(app.db, marketId)).toEqual(before);
    expect(await runNow()).toMatchObject({ state: 'SUCCEEDED', added: 0, withdrawn: 0 });
    expect(await seated()).toEqual(seat);
  });
});
