import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { confirm, confirmBooking, hold, holdCapacity, lineOf, publishWindow, wanted } from '../support/capacity.js';
import { inDays } from '../support/facts.js';

const days = (id: string): string =>
  `{ capacityWindow(id: "${id}") { state days(from: "${inDays(0)}", until: "${inDays(40)}") { day offeredMinutes bookedMinutes freeMinutes } } }`;
const bookingFields =
  'id state bookedFen amountFen freeUntil releaseFen lateFen releaseReason objection actions days { day minutes recordedMinutes }';

interface Booking {
  readonly id: string;
  readonly state: string;
  readonly bookedFen: number;
  readonly amountFen: number | null;
  readonly lateFen: number | null;
  readonly actions: string[];
  readonly days: { readonly day: string; readonly minutes: number; readonly recordedMinutes: number | null }[];
}
interface Day {
  readonly day: string;
  readonly offeredMinutes: number;
  readonly bookedMinutes: number;
  readonly freeMinutes: number;
}

describe('shared capacity', () => {
  let app: TestApp;
  let owner: EnterpriseActor;
  let customer: EnterpriseActor;
  let stranger: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    owner = await actors.enterprise('安溪喷涂厂');
    customer = await actors.enterprise('安溪藤铁工艺厂');
    stranger = await actors.enterprise('安溪旁观厂');
  });
  afterAll(async () => {
    expect(await app.db.rows('SELECT * FROM capacity_mismatch')).toEqual([]);
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
    await app.close();
  });

  const step = async (actor: EnterpriseActor, name: string, type: string, input: object): Promise<Booking> => {
    const data = await app.ask<Record<string, Booking>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${bookingFields} } }`,
      { input },
      { as: actor.token },
    );
    const booking = data[name];
    if (!booking) throw new Error(`no answer to ${name}`);
    return booking;
  };
  const daysOf = async (windowId: string): Promise<Day[]> => {
    const { capacityWindow } = await app.ask<{ capacityWindow: { days: Day[] } }>(
      days(windowId),
      {},
      { as: owner.token },
    );
    return capacityWindow.days;
  };
  const freeOn = async (windowId: string, day: number): Promise<number | undefined> =>
    (await daysOf(windowId)).find((one) => one.day === inDays(day))?.freeMinutes;

  it('is held, confirmed, worked, recorded, objected to and corrected', async () => {
    const windowId = await publishWindow(app, owner, await lineOf(app, owner));
    expect(await daysOf(windowId)).toHaveLength(30);
    const id = await hold(app, customer, windowId, [
      [1, 100],
      [0, 60],
    ]);
    expect([await freeOn(windowId, 0), await freeOn(windowId, 1)]).toEqual([480 - 75, 380]);
    await confirm(app, owner, id);
    const input = { capacityBookingId: id };
    const early = { ...input, days: [0, 1].map((day) => ({ day: inDays(day), minutes: 1 })) };
    const fulfil = 'mutation ($input: RecordBookingInput!) { fulfilCapacityBooking(input: $input) { id } }';
    expect(await app.refusal(fulfil, { input: early }, { as: owner.token })).toBe('CONFLICT');
    await app.db.rows(`UPDATE capacity_booking SET starts_on = starts_on - 1, ends_on = ends_on - 1 WHERE id = $1`, [
      id,
    ]);
    const worked = {
      ...input,
      days: [
        { day: inDays(0), minutes: 75 },
        { day: inDays(1), minutes: 50 },
      ],
    };
    const done = await step(owner, 'fulfilCapacityBooking', 'RecordBookingInput', worked);
    // 125 minutes at 50.01 an hour are 104.1875.
    expect(done).toMatchObject({ state: 'FULFILLED', amountFen: 10_419, bookedFen: 14_586, actions: [] });
    const objected = await step(customer, 'objectToRecord', 'ObjectToRecordInput', {
      ...input,
      objection: '第二天停机',
    });
    expect(objected).toMatchObject({ objection: '第二天停机', actions: [] });
    const corrected = await step(owner, 'correctCapacityRecord', 'RecordBookingInput', {
      ...input,
      days: [
        { day: inDays(0), minutes: 75 },
        { day: inDays(1), minutes: 0 },
      ],
    });
    expect(corrected).toMatchObject({ amountFen: 6_251, objection: '', state: 'FULFILLED' });
    expect(corrected.days.map(({ recordedMinutes }) => recordedMinutes)).toEqual([75, 0]);
  });

  it('is released free of charge in time, with the stated figure later, and not at all once it has begun', async () => {
    const windowId = await publishWindow(app, owner, await lineOf(app, owner));
    const [early, late, begun] = [
      await hold(app, customer, windowId, [[3, 105]]),
      await hold(app, customer, windowId, [[2, 105]]),
      await hold(app, customer, windowId, [[0, 105]]),
    ];
    for (const id of [early, late, begun]) await confirm(app, owner, id);
    const release = (id: string): Promise<Booking> =>
      step(customer, 'releaseCapacityBooking', 'ReasonedBookingInput', { capacityBookingId: id, reason: '订单取消' });
    expect(await release(early)).toMatchObject({ state: 'RELEASED', lateFen: 0, releaseReason: 'BY_CUSTOMER' });
    // 120 minutes are 10002 fen; a fifth is 2000.4.
    expect(await release(late)).toMatchObject({ bookedFen: 10_002, lateFen: 2_000 });
    expect([await freeOn(windowId, 2), await freeOn(windowId, 3)]).toEqual([480, 480]);
    await expect(release(begun)).rejects.toThrow(`CONFLICT: The booking began on ${inDays(0)}.`);
    await expect(release(early)).rejects.toThrow('ILLEGAL_TRANSITION');
  });

  it('is not confirmed for whoever may not deal any more, nor held of them', async () => {
    const late = await new Actors(app).enterprise('安溪失信厂');
    const windowId = await publishWindow(app, late, await lineOf(app, late));
    const id = await hold(app, customer, windowId, [[1, 60]]);
    await app.db.rows(`UPDATE enterprise SET verification = 'suspended' WHERE id = $1`, [late.enterpriseId]);
    expect(await app.refusal(confirmBooking, { input: { capacityBookingId: id } }, { as: late.token })).toBe(
      'RULE_VIOLATED',
    );
    expect(await app.refusal(holdCapacity, { input: wanted(windowId, [[2, 60]]) }, { as: customer.token })).toBe(
      'RULE_VIOLATED',
    );
    const found = '{ capacityWindows(processId: "GJ:POWDER") { edges { node { window { id } } } } }';
    const { capacityWindows } = await app.ask<{ capacityWindows: { edges: { node: { window: { id: string } } }[] } }>(
      found,
      {},
      { as: customer.token },
    );
    expect(capacityWindows.edges.map(({ node }) => node.window.id)).not.toContain(windowId);
    const declined = await step(late, 'declineCapacityBooking', 'ReasonedBookingInput', {
      capacityBookingId: id,
      reason: '停业',
    });
    expect(declined).toMatchObject({ state: 'RELEASED', releaseReason: 'DECLINED', actions: [] });
  });

  it('is seen by its two parties and nobody else', async () => {
    const windowId = await publishWindow(app, owner, await lineOf(app, owner));
    const id = await hold(app, customer, windowId, [[1, 60]]);
    const read = `{ capacityBooking(id: "${id}") { owner { name } customer { name } window { id } } }`;
    for (const { token } of [owner, customer])
      expect(await app.ask(read, {}, { as: token })).toMatchObject({ capacityBooking: { window: { id: windowId } } });
    expect(await app.refusal(read, {}, { as: stranger.token })).toBe('NOT_FOUND');
    expect(await app.refusal(holdCapacity, { input: wanted(windowId, [[1, 60]]) }, { as: owner.token })).toBe(
      'CONFLICT',
    );
  });
});
