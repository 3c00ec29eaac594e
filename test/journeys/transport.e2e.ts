import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals } from '../support/deals.js';
import { inDays, key } from '../support/facts.js';
import { toldTo } from '../support/inbox.js';
import { type Crew, crewOf } from '../support/transport-rows.js';

const [anxi, nanan] = ['GB2260:350524', 'GB2260:350583'];
const fleet = [
  { name: '中巴', seats: 19, count: 5, fixedFen: 60_000, fenPerKm: 300 },
  { name: '大巴', seats: 45, count: 2, fixedFen: 110_000, fenPerKm: 500 },
];
const fields = `id state day at actions outcome { heads seated left costFen aloneFen boundFen routes km }
  trips { nth vehicle seats costFen km stops { id isHome name latitude longitude at dayOffset } seatsByState { state count } }`;

interface Plan {
  readonly id: string;
  readonly state: string;
  readonly actions: readonly string[];
  readonly outcome: Readonly<Record<'heads' | 'seated' | 'left' | 'costFen' | 'aloneFen' | 'boundFen', number>>;
  readonly trips: readonly {
    readonly nth: number;
    readonly seats: number;
    readonly costFen: number;
    readonly stops: readonly { id: string; isHome: boolean; name: string; latitude: number; at: string }[];
    readonly seatsByState: readonly { state: string; count: number }[];
  }[];
}
interface Seat {
  readonly id: string;
  readonly state: string;
  readonly boards: { readonly name: string; readonly at: string };
}

describe('people who travel together', () => {
  let app: TestApp;
  let officer: Actor;
  let stranger: Actor;
  let host: EnterpriseActor;
  let worker: Actor;
  let crew: Crew;
  let planId: string;
  const day = inDays(5);

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    officer = await actors.officer(anxi);
    stranger = await actors.officer('GB2260:110000');
    host = await actors.enterprise();
    crew = await crewOf(app, host.enterpriseId, 24, day);
    worker = await actors.idleWorker();
    const hire = await new Deals(app).hire(host, worker);
    await app.db.rows(
      `UPDATE placement SET starts_on = $2, ends_on = $2::date + 20, state = 'planned', started_at = NULL WHERE id = $1`,
      [hire.placementId, day],
    );
    await app.db.rows(`UPDATE worker SET region_id = $2, latitude = 24.961, longitude = 118.391 WHERE id = $1`, [
      hire.workerId,
      nanan,
    ]);
    await app.settle();
  });
  afterAll(() => app.close());

  const ask = <T>(query: string, variables: object = {}, as: Actor = officer): Promise<T> =>
    app.ask<T>(query, variables, { as: as.token });
  const groupsQuery = `query ($from: LocalDate!, $until: LocalDate!) {
    transportGroups(direction: OUT, from: $from, until: $until) { day heads seated km originId destinationId origin { name } } }`;
  const groups = async (as: Actor = officer): Promise<object[]> =>
    (await ask<{ transportGroups: object[] }>(groupsQuery, { from: inDays(0), until: inDays(20) }, as)).transportGroups;
  const planQuery = `mutation ($input: PlanTransportInput!) { planTransport(input: $input) { id } }`;
  const asked = (changes: object = {}): object => ({
    input: {
      ...{ idempotencyKey: key(), day, direction: 'OUT', originId: nanan, destinationId: anxi, minute: 480 },
      ...{ vehicles: fleet, ...changes },
    },
  });
  const plan = async (changes: object = {}): Promise<Plan> => {
    const { planTransport } = await ask<{ planTransport: { id: string } }>(planQuery, asked(changes));
    await app.settle();
    return read(planTransport.id);
  };
  const read = async (id: string): Promise<Plan> =>
    (await ask<{ transportPlan: Plan }>(`query ($id: ID!) { transportPlan(id: $id) { ${fields} } }`, { id }))
      .transportPlan;
  const move = (name: string, id: string, as: Actor = officer): Promise<object> =>
    ask(
      `mutation ($input: TransportPlanInput!) { ${name}(input: $input) { id state } }`,
      { input: { idempotencyKey: key(), transportPlanId: id } },
      as,
    );
  const seats = async (): Promise<Seat[]> => {
    const query = `{ myTransportSeats(first: 9) { edges { node { id state day bus boards { name at } leaves { name } } } } }`;
    const answer = await ask<{ myTransportSeats: { edges: { node: Seat }[] } }>(query, {}, worker);
    return answer.myTransportSeats.edges.map(({ node }) => node);
  };
  const manifest = (id: string, as: Actor): Promise<Response> =>
    fetch(`${app.url}/transport-plans/${id}/manifest.pdf`, { headers: { authorization: `Bearer ${as.token}` } });

  it('are found, as numbers', async () => {
    expect(await groups()).toEqual([
      expect.objectContaining({ day, heads: 25, seated: 0, originId: nanan, destinationId: anxi }),
    ]);
    expect(await groups(stranger)).toEqual([]);
  });

  it('get the cheapest buses that take all of them, in time, from points that are nobody’s home', async () => {
    const made = await plan();
    planId = made.id;
    expect(made).toMatchObject({ state: 'PLANNED', outcome: { heads: 25, seated: 25, left: 0 } });
    expect(made.outcome.costFen).toBeLessThanOrEqual(made.outcome.aloneFen);
    expect(made.outcome.boundFen).toBe(made.outcome.costFen);
    expect(made.trips).toHaveLength(1);
    const stops = made.trips[0]?.stops ?? [];
    const homes = stops.slice(0, stops.filter(({ isHome }) => isHome).length);
    expect(homes.length).toBeGreaterThan(0);
    expect(homes.every(({ isHome }) => isHome)).toBe(true);
    expect(stops.at(-1)).toMatchObject({ isHome: false, at: '08:00' });
    for (const { latitude } of homes) expect(Math.abs(latitude * 100 - Math.round(latitude * 100))).toBeLessThan(1e-6);
    expect(await seats()).toEqual([]);
  });

  it('are left where there are too few seats, and that is said', async () => {
    const few = await plan({ vehicles: [{ ...fleet[0], count: 1 }] });
    expect(few.outcome.left).toBeGreaterThan(0);
    expect(few.outcome.seated + few.outcome.left).toBe(25);
    await move('cancelTransportPlan', few.id);
    expect((await read(few.id)).actions).toEqual([]);
  });

  it('are asked once it is known, and answer', async () => {
    const stop = (await read(planId)).trips[0]?.stops[0];
    const input = { idempotencyKey: key(), stopId: stop?.id, name: '官桥车站' };
    await ask(`mutation ($input: NameTransportStopInput!) { nameTransportStop(input: $input) { id } }`, { input });
    await move('publishTransportPlan', planId);
    await app.settle();
    const [seat] = await seats();
    expect(seat).toMatchObject({ state: 'ASKED' });
    expect(await toldTo(app, worker, 'seatAsked')).toHaveLength(1);
    const answer = `mutation ($input: AnswerTransportSeatInput!) { answerTransportSeat(input: $input) { id state } }`;
    await ask(answer, { input: { idempotencyKey: key(), seatId: seat?.id, isTaken: true } }, worker);
    expect((await seats())[0]?.state).toBe('TAKEN');
    const counts = (await read(planId)).trips.flatMap(({ seatsByState }) => seatsByState);
    expect(counts).toEqual(
      expect.arrayContaining([
        { state: 'TAKEN', count: 1 },
        { state: 'ASKED', count: 24 },
      ]),
    );
    expect(await groups()).toEqual([expect.objectContaining({ heads: 25, seated: 25 })]);
    const other = await new Actors(app).idleWorker();
    const foreign = { input: { idempotencyKey: key(), seatId: seat?.id, isTaken: false } };
    expect(await app.refusal(answer, foreign, { as: other.token })).toBe('NOT_FOUND');
  });

  it('are not asked to a second bus', async () => {
    expect((await plan()).outcome.heads).toBe(0);
  });

  it('stand on a manifest that is for their bureau alone, and whose every look is noted', async () => {
    const paper = await manifest(planId, officer);
    expect(paper.status).toBe(200);
    expect(
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await manifest(planId, stranger)).status).toBe(404);
    const [noted] = await app.db.rows<{ count: number }>(
      `SELECT count(*)::int FROM audit_log WHERE action = 'transport.manifest'`,
    );
    expect(noted?.count).toBe(1);
  });

  it('are told when it is called off, and may be asked again', async () => {
    await move('cancelTransportPlan', planId);
    await app.settle();
    expect(await seats()).toEqual([]);
    expect(await toldTo(app, worker, 'seatCancelled')).toHaveLength(1);
    await app.db.rows(`UPDATE placement SET state = 'cancelled' WHERE id = ANY($1)`, [crew.placementIds.slice(0, 4)]);
    expect((await plan()).outcome.heads).toBe(21);
  });

  it('are of the viewer’s jurisdiction, at one end', async () => {
    expect(await app.refusal(planQuery, asked(), { as: stranger.token })).toBe('NOT_FOUND');
    expect(await app.refusal(planQuery, asked({ day: inDays(-1) }), { as: officer.token })).toBe('VALIDATION_FAILED');
    expect(await app.refusal(planQuery, asked({ vehicles: [] }), { as: officer.token })).toBe('VALIDATION_FAILED');
    const query = `query ($id: ID!) { transportPlan(id: $id) { id } }`;
    expect(await app.refusal(query, { id: planId }, { as: stranger.token })).toBe('NOT_FOUND');
  });
});
