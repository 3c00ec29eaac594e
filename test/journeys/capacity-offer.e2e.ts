import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireCapacityHolds, expireCapacityWindows } from '../../src/capacity/capacity.jobs.js';
import { Database } from '../../src/platform/database/database.js';
import type { JobDefinition } from '../../src/platform/queue/job.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import {
  confirm,
  confirmBooking,
  daysOf,
  hold,
  holdCapacity,
  lineOf,
  type OfferedDay,
  publishWindow,
  refusedAt,
  wanted,
  windowTerms,
} from '../support/capacity.js';
import { inDays, key, places } from '../support/facts.js';

const publishOne = 'mutation ($input: PublishCapacityWindowInput!) { publishCapacityWindow(input: $input) { id } }';
const publishMany =
  'mutation ($input: PublishCapacityWindowsInput!) { publishCapacityWindows(input: $input) { id state } }';
const withdraw = 'mutation ($input: CapacityWindowInput!) { withdrawCapacityWindow(input: $input) { state actions } }';
const addOutage = 'mutation ($input: AddLineOutageInput!) { addLineOutage(input: $input) { id } }';
const find = `query ($near: CapacityPlaceInput, $attributes: [AttributeBoundInput!]! = [], $processId: ID, $machineTypeId: ID, $regionId: ID,
    $from: LocalDate, $until: LocalDate, $withOperators: Boolean, $maxFenPerHour: Int, $first: Int! = 20, $after: String) {
  capacityWindows(near: $near, attributes: $attributes, processId: $processId, machineTypeId: $machineTypeId, regionId: $regionId, from: $from,
    until: $until, withOperators: $withOperators, maxFenPerHour: $maxFenPerHour, first: $first, after: $after) {
    edges { node { freeMinutes distanceM window { id owner { name } line { machineType { process { id } } workshop { region { id } } } } } }
    pageInfo { hasNextPage endCursor } } }`;

interface Found {
  readonly capacityWindows: {
    readonly edges: { readonly node: { freeMinutes: number; distanceM: number | null; window: { id: string } } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describe('capacity on offer', () => {
  let app: TestApp;
  let owner: EnterpriseActor;
  let customer: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    owner = await actors.enterprise('安溪喷涂厂');
    customer = await actors.enterprise('安溪藤铁工艺厂');
  });
  afterAll(async () => {
    expect(await app.db.rows('SELECT * FROM capacity_mismatch')).toEqual([]);
    await app.close();
  });

  const run = async (job: JobDefinition<object>): Promise<void> => {
    await app.jobs.get(Database).transaction((tx) => app.jobs.get(Outbox).requestJob(tx, job, {}));
    await app.settle();
  };
  const days = (windowId: string): Promise<Map<string, OfferedDay>> => daysOf(app, windowId, owner);
  const search = async (asked: object): Promise<string[]> => {
    const { capacityWindows } = await app.ask<Found>(find, asked, { as: customer.token });
    return capacityWindows.edges.map(({ node }) => node.window.id);
  };
  const fails = (mutation: string, input: object, actor: Actor = owner): Promise<string> =>
    refusedAt(app, mutation, input, actor);

  it('is found by process, attributes, place, dates, operators and price, the nearest first', async () => {
    const near = { latitude: places.town.latitude, longitude: places.town.longitude };
    const [here, there] = [
      await publishWindow(app, owner, await lineOf(app, owner)),
      await publishWindow(
        app,
        owner,
        await lineOf(app, owner, { attributes: [{ name: 'maxWidthMm', value: 2_000 }] }, places.jinjiang),
        { withOperators: false, fenPerHour: 9_000 },
      ),
    ];
    expect(await search({ near, processId: 'GJ:POWDER' })).toEqual([here, there]);
    expect(await search({ processId: 'GJ:POWDER' })).toEqual([there, here]);
    expect(await search({ processId: 'GJ:WELD' })).toEqual([]);
    expect(await search({ machineTypeId: 'GJ:POWDER-LINE', regionId: places.jinjiang.regionId })).toEqual([there]);
    expect(await search({ regionId: 'GB2260:350500' })).toHaveLength(2);
    expect(await search({ attributes: [{ name: 'maxWidthMm', atLeast: 1_200.5 }] })).toEqual([there]);
    expect(await search({ attributes: [{ name: 'maxWidthMm', atMost: 1_200 }] })).toEqual([here]);
    expect(await search({ attributes: [{ name: 'maxHeightMm', atLeast: 1 }] })).toEqual([]);
    expect(await search({ withOperators: true })).toEqual([here]);
    expect(await search({ maxFenPerHour: 5_001 })).toEqual([here]);
    expect(await search({ near: { ...near, maxDistanceM: 10_000 } })).toEqual([here]);
    expect(await search({ from: inDays(30), until: inDays(50) })).toEqual([]);
    const first = await app.ask<Found>(find, { near, first: 1 }, { as: customer.token });
    const { endCursor: after, hasNextPage } = first.capacityWindows.pageInfo;
    expect([hasNextPage, first.capacityWindows.edges[0]?.node]).toMatchObject([
      true,
      { freeMinutes: 30 * 480, distanceM: 0 },
    ]);
    expect(await search({ near, first: 1, after })).toEqual([there]);
    expect(await app.refusal(find, { after }, { as: customer.token })).toBe('VALIDATION_FAILED');
    for (const id of [here, there]) await app.ask(withdraw, { input: { capacityWindowId: id } }, { as: owner.token });
  });

  it('keeps what is booked when it is withdrawn, and gives up the rest for another window', async () => {
    const line = await lineOf(app, owner);
    const windowId = await publishWindow(app, owner, line);
    const [booked, held] = [
      await hold(app, customer, windowId, [[5, 60]]),
      await hold(app, customer, windowId, [[6, 60]]),
    ];
    await confirm(app, owner, booked);
    expect(
      await fails(publishOne, {
        idempotencyKey: key(),
        ...windowTerms(line, { startsOn: inDays(29), endsOn: inDays(35) }),
      }),
    ).toBe('CONFLICT input.startsOn');
    const answer = await app.ask(withdraw, { input: { capacityWindowId: windowId } }, { as: owner.token });
    expect(answer).toEqual({ withdrawCapacityWindow: { state: 'CLOSED', actions: [] } });
    expect([...(await days(windowId)).entries()]).toEqual([
      [inDays(5), { day: inDays(5), offeredMinutes: 75, freeMinutes: 0 }],
      [inDays(6), { day: inDays(6), offeredMinutes: 75, freeMinutes: 0 }],
    ]);
    expect(await fails(holdCapacity, wanted(windowId, [[7, 60]]), customer)).toBe('CONFLICT input.capacityWindowId');
    const next = await publishWindow(app, owner, line);
    expect([(await days(next)).size, (await days(next)).has(inDays(5))]).toEqual([28, false]);
    await app.ask(
      'mutation ($input: ReasonedBookingInput!) { declineCapacityBooking(input: $input) { releaseReason } }',
      { input: { capacityBookingId: held, reason: '排不下' } },
      { as: owner.token },
    );
    expect([...(await days(windowId)).keys()]).toEqual([inDays(5)]);
  });

  it('is published many at once, all or none, and no day twice', async () => {
    const lines = [await lineOf(app, owner), await lineOf(app, owner)];
    const windows = lines.flatMap((line) => [
      windowTerms(line, { endsOn: inDays(9) }),
      windowTerms(line, { startsOn: inDays(10), endsOn: inDays(19), dayMinutes: 120 }),
    ]);
    const idempotencyKey = key();
    const overlapping = [...windows, windowTerms(lines[0] ?? '', { startsOn: inDays(19), endsOn: inDays(20) })];
    expect(await fails(publishMany, { idempotencyKey, windows: overlapping })).toContain('CONFLICT');
    const bad = [...windows, windowTerms(lines[0] ?? '', { startsOn: inDays(31), endsOn: inDays(30) })];
    expect(await fails(publishMany, { idempotencyKey, windows: bad })).toBe('VALIDATION_FAILED input.windows.4.endsOn');
    const first = await app.ask<{ publishCapacityWindows: { id: string }[] }>(
      publishMany,
      { input: { idempotencyKey, windows } },
      { as: owner.token },
    );
    const again = await app.ask(publishMany, { input: { idempotencyKey, windows } }, { as: owner.token });
    expect(again).toEqual(first);
    expect(first.publishCapacityWindows).toHaveLength(4);
    const capped = await days(first.publishCapacityWindows[1]?.id ?? '');
    expect([...capped.values()].map(({ offeredMinutes }) => offeredMinutes)).toEqual(Array<number>(10).fill(120));
  });

  it('loses free minutes to an outage, never booked ones, and has them back after it', async () => {
    const line = await lineOf(app, owner);
    const windowId = await publishWindow(app, owner, line);
    const bookingId = await hold(app, customer, windowId, [[5, 60]]);
    const outage = { productionLineId: line, kind: 'MAINTENANCE', reason: '换炉' };
    const over = { ...outage, idempotencyKey: key(), startsOn: inDays(4), endsOn: inDays(6) };
    const refused = await app.call(addOutage, { input: over }, { as: owner.token });
    expect(refused.errors?.[0]?.message).toContain(bookingId);
    const beside = { ...outage, idempotencyKey: key(), startsOn: inDays(6), endsOn: inDays(8) };
    const { addLineOutage } = await app.ask<{ addLineOutage: { id: string } }>(
      addOutage,
      { input: beside },
      { as: owner.token },
    );
    expect((await days(windowId)).get(inDays(7))).toMatchObject({ offeredMinutes: 0, freeMinutes: 0 });
    expect(await fails(holdCapacity, wanted(windowId, [[7, 60]]), customer)).toBe('CONFLICT input.days.0.minutes');
    const calendar = `{ myCapacityCalendar(first: 1, from: "${inDays(5)}", until: "${inDays(6)}") { edges { node { line { id outages { reason } }
      days { day workedMinutes isOut offeredMinutes bookedMinutes freeMinutes } } } } }`;
    expect(await app.ask(calendar, {}, { as: owner.token })).toEqual({
      myCapacityCalendar: {
        edges: [
          {
            node: {
              line: { id: line, outages: [{ reason: '换炉' }] },
              days: [
                {
                  day: inDays(5),
                  workedMinutes: 480,
                  isOut: false,
                  offeredMinutes: 480,
                  bookedMinutes: 75,
                  freeMinutes: 405,
                },
                {
                  day: inDays(6),
                  workedMinutes: 480,
                  isOut: true,
                  offeredMinutes: 0,
                  bookedMinutes: 0,
                  freeMinutes: 0,
                },
              ],
            },
          },
        ],
      },
    });
    const remove = 'mutation ($input: LineOutageInput!) { removeLineOutage(input: $input) { id } }';
    expect(await fails(remove, { outageId: addLineOutage.id }, customer)).toBe('NOT_FOUND input.outageId');
    await app.ask(remove, { input: { outageId: addLineOutage.id } }, { as: owner.token });
    expect((await days(windowId)).get(inDays(7))).toMatchObject({ offeredMinutes: 480 });
  });

  it('ends by the clock: holds lapse, windows expire', async () => {
    const windowId = await publishWindow(app, owner, await lineOf(app, owner));
    const id = await hold(app, customer, windowId, [[5, 60]]);
    await app.db.rows(`UPDATE capacity_booking SET held_until = now() - interval '1 second' WHERE id = $1`, [id]);
    expect(await app.refusal(confirmBooking, { input: { capacityBookingId: id } }, { as: owner.token })).toBe(
      'CONFLICT',
    );
    await run(expireCapacityHolds);
    await run(expireCapacityHolds);
    const read = `{ capacityBooking(id: "${id}") { state releaseReason actions } }`;
    expect(await app.ask(read, {}, { as: customer.token })).toEqual({
      capacityBooking: { state: 'RELEASED', releaseReason: 'EXPIRED', actions: [] },
    });
    expect((await days(windowId)).get(inDays(5))).toMatchObject({ freeMinutes: 480 });
    await app.db.rows('UPDATE capacity_window SET starts_on = starts_on - 40, ends_on = ends_on - 40 WHERE id = $1', [
      windowId,
    ]);
    await run(expireCapacityWindows);
    expect(await app.ask(`{ capacityWindow(id: "${windowId}") { state } }`, {}, { as: owner.token })).toEqual({
      capacityWindow: { state: 'EXPIRED' },
    });
    expect(
      await app.refusal(
        `{ capacityWindow(id: "${windowId}") { state } }`,
        {},
        { as: (await new Actors(app).enterprise()).token },
      ),
    ).toBe('NOT_FOUND');
  });
});
