import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, availability, type EnterpriseActor, need } from '../support/actors.js';
import { ScenarioJobs } from '../../src/matching/scenarios/scenario.jobs.js';
import { LiveMarkets } from '../../src/matching/index.js';
import { TestApp } from '../support/app.js';

const publishNeed = 'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }';
const setAvailability = 'mutation ($input: SetMyAvailabilityInput!) { setMyAvailability(input: $input) { id } }';
const askRemedies = 'mutation ($input: AskRemediesInput!) { askRemedies(input: $input) { id state actions } }';
const askWhatIf = 'mutation ($input: AskWhatIfInput!) { askWhatIf(input: $input) { id state changes } }';
const cancel = 'mutation ($input: CancelScenarioInput!) { cancelScenario(input: $input) { state actions } }';
const answers = `query ($id: ID!) { scenario(id: $id) { state shareDone actions
  whatIf { before { seats filled } after { seats filled } workersMoved
    regions { region { id } before { filled } after { filled } } occupations { occupation { id } after { filled } }
    moved { needId region { id } occupation { id } before { filled } after { filled } } }
  remedies { seats filled reasons { code label workers } remedies { kind seats marketSeats addFen lowerBy } } } }`;

interface Fill {
  readonly filled: number;
}
interface Answered {
  readonly state: string;
  readonly whatIf: {
    before: Fill;
    after: Fill;
    regions: { region: { id: string } }[];
    moved: { needId: string }[];
  } | null;
  readonly remedies: {
    seats: number;
    filled: number;
    reasons: { code: string; workers: number }[];
    remedies: { kind: string; seats: number; marketSeats: number; addFen: number | null }[];
  } | null;
}

describe('what would fill the seats, and what would be if', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let officer: Actor;
  let needId: string;
  let marketId: string;

  const key = (): string => crypto.randomUUID();
  const ask = async (query: string, input: object, as: Actor): Promise<string> => {
    const answer = await app.ask<Record<string, { id: string }>>(query, { input }, { as: as.token });
    return Object.values(answer)[0]?.id ?? '';
  };
  const answerOf = async (id: string, as: Actor): Promise<Answered> => {
    await app.settle();
    return (await app.ask<{ scenario: Answered }>(answers, { id }, { as: as.token })).scenario;
  };

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    host = await actors.enterprise();
    officer = await actors.officer('GB2260:350524');
    await actors.idleWorker();
    for (const wageFloorFen of [2600, 2700, 3000]) {
      const { token } = await actors.idleWorker();
      await app.ask(setAvailability, { input: availability({ wageFloorFen }) }, { as: token });
    }
    needId = (await app.ask<{ publishNeed: { id: string } }>(publishNeed, { input: need({ headcount: 4, wageFen: 2400 }) }, { as: host.token })).publishNeed.id; // prettier-ignore
    await app.settle();
    const [market] = await app.db.rows<{ id: string }>('SELECT id FROM labour_market');
    marketId = market?.id ?? '';
  });
  afterAll(() => app.close());

  it('a host learns why its seats are empty and the smallest raise that fills them', async () => {
    const { remedies } = await answerOf(await ask(askRemedies, { needId, idempotencyKey: key() }, host), host);
    expect(remedies).toMatchObject({ seats: 4, filled: 1, reasons: [{ code: 'WAGE', workers: 3 }] });
    expect(remedies?.remedies).toMatchObject([
      { kind: 'WAGE', seats: 3, marketSeats: 3, addFen: 600 },
      { kind: 'WAGE', seats: 1, marketSeats: 1, addFen: 200 },
    ]);
  });

  it('an officer asks the same of a trade in a county, and a what-if confirms the numbers', async () => {
    const scope = { regionId: 'GB2260:350524', occupationId: 'GJ:RT-WEAVE' };
    const { remedies } = await answerOf(
      await ask(askRemedies, { marketId, ...scope, idempotencyKey: key() }, officer),
      officer,
    );
    for (const { addFen, marketSeats } of remedies?.remedies ?? []) {
      const changes = [{ kind: 'WAGE', addFen, ...scope }];
      const { whatIf } = await answerOf(
        await ask(askWhatIf, { marketId, changes, idempotencyKey: key() }, officer),
        officer,
      );
      expect((whatIf?.after.filled ?? 0) - (whatIf?.before.filled ?? 0)).toBe(marketSeats);
      expect(whatIf).toMatchObject({ regions: [{ region: { id: 'GB2260:350524' } }], moved: [{ needId }] });
    }
    expect(remedies?.remedies).toHaveLength(2);
  });

  it('is answered alike where another process keeps the market, or nobody does', async () => {
    const changes = [{ kind: 'WAGE', addFen: 300 }];
    const answer = async (): Promise<unknown> =>
      (await answerOf(await ask(askWhatIf, { marketId, changes, idempotencyKey: key() }, officer), officer)).whatIf;
    const kept = await answer();
    await app.jobs.get(LiveMarkets).release(marketId);
    expect(await answer()).toEqual(kept);
  });

  it('changes nothing of the market itself', async () => {
    const [counted] = await app.db.rows(`SELECT count(*)::int AS n FROM proposal WHERE state = 'proposed'`);
    expect(counted).toEqual({ n: 1 });
  });

  it('says which field a change lacks, and what is not there', async () => {
    const refused = async (changes: object[]): Promise<unknown> =>
      (
        await app.call(askWhatIf, { input: { marketId, changes, idempotencyKey: key() } }, { as: officer.token })
      ).errors?.map(({ extensions }) => [extensions.code, ...(extensions.fields ?? []).map(({ path }) => path)]);
    expect(await refused([{ kind: 'LODGING' }, { kind: 'TRAINING', workers: 3 }])).toEqual([
      ['VALIDATION_FAILED', 'input.changes.1.fromOccupationId', 'input.changes.1.occupationId'],
    ]);
    expect(await refused([{ kind: 'LODGING', regionId: 'GB2260:999999' }])).toEqual([
      ['VALIDATION_FAILED', 'input.changes.0.regionId'],
    ]);
  });

  it('is nobody else’s to ask or to read', async () => {
    const stranger = await new Actors(app).enterprise();
    const elsewhere = await new Actors(app).officer('GB2260:110000');
    const id = await ask(askRemedies, { needId, idempotencyKey: key() }, host);
    const input = { needId, idempotencyKey: key() };
    expect(await app.refusal(askRemedies, { input }, { as: stranger.token })).toBe('NOT_FOUND');
    expect(await app.refusal(answers, { id }, { as: stranger.token })).toBe('NOT_FOUND');
    expect(await app.refusal(answers, { id }, { as: officer.token })).toBe('NOT_FOUND');
    const changes = [{ kind: 'LODGING' }];
    expect(await app.refusal(askWhatIf, { input: { marketId, changes, idempotencyKey: key() } }, { as: elsewhere.token })).toBe('NOT_FOUND'); // prettier-ignore
    expect(await app.refusal(askWhatIf, { input: { marketId, changes, idempotencyKey: key() } }, { as: host.token })).toBe('FORBIDDEN'); // prettier-ignore
    await app.settle();
  });

  it('can be called off while it waits, and then is never answered', async () => {
    await app.db.rows(`INSERT INTO scenario (id, market_id, account_id, kind, question, state)
      SELECT '00000000-0000-7000-8000-000000000001', $1, id, 'remedies', '{"scope": {}}', 'queued' FROM account WHERE kind = 'bureau' LIMIT 1`, [marketId]); // prettier-ignore
    const scenarioId = '00000000-0000-7000-8000-000000000001';
    const answer = await app.ask(cancel, { input: { scenarioId } }, { as: officer.token });
    expect(answer).toEqual({ cancelScenario: { state: 'CANCELLED', actions: [] } });
    await app.jobs.get(ScenarioJobs).answer({ scenarioId });
    expect(await answerOf(scenarioId, officer)).toMatchObject({ state: 'CANCELLED', remedies: null });
  });
});
