import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CapacityBookings } from '../../src/capacity/bookings/booking.service.js';
import { type CapacityHold, CapacityHolds } from '../../src/capacity/index.js';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { type GraphQLAnswer, TestApp } from '../support/app.js';
import { confirmBooking, hold, holdCapacity, lineOf, publishWindow, wanted, windowTerms } from '../support/capacity.js';
import { inDays, key } from '../support/facts.js';

const withdraw = 'mutation ($input: CapacityWindowInput!) { withdrawCapacityWindow(input: $input) { state } }';
const release = 'mutation ($input: ReasonedBookingInput!) { releaseCapacityBooking(input: $input) { state } }';
const addOutage = 'mutation ($input: AddLineOutageInput!) { addLineOutage(input: $input) { id } }';

describe('when many want the same capacity at once', () => {
  let app: TestApp;
  let owner: EnterpriseActor;
  let customers: EnterpriseActor[];

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    owner = await actors.enterprise('安溪喷涂厂');
    customers = [];
    for (let n = 0; n < 4; n++) customers.push(await actors.enterprise(`安溪藤铁工艺${n}厂`));
  });
  afterAll(async () => {
    expect(await app.db.rows('SELECT * FROM capacity_mismatch')).toEqual([]);
    expect(await app.db.rows('SELECT * FROM capacity_day WHERE booked_minutes > minutes')).toEqual([]);
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
    // The order of locks holds: nothing had to be tried again.
    expect(await app.db.rows('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()')).toEqual(
      [{ deadlocks: 0 }],
    );
    await app.close();
  });

  const customer = (n: number): { as: string } => ({ as: customers[n % customers.length]?.token ?? '' });
  const codes = (answers: readonly GraphQLAnswer<unknown>[]): string[] => [
    ...new Set(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? [])),
  ];
  const free = async (windowId: string): Promise<number> => {
    const rows = await app.db.rows<{ free: number }>(
      'SELECT coalesce(sum(minutes - booked_minutes), 0)::int AS free FROM capacity_day WHERE window_id = $1',
      [windowId],
    );
    return rows[0]?.free ?? 0;
  };

  it('thirty-two holds of one day: as many as fit, the rest are told that it is full', async () => {
    const windowId = await publishWindow(app, owner, await lineOf(app, owner), { endsOn: inDays(0) });
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) => app.call(holdCapacity, { input: wanted(windowId, [[0, 45]]) }, customer(n))),
    );
    // 480 minutes have room for eight times 45 and the setup of 15.
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(8);
    expect(codes(answers)).toEqual(['CONFLICT']);
    expect(await free(windowId)).toBe(0);
  });

  it('holds over several days in opposite orders all get theirs', async () => {
    const windowId = await publishWindow(app, owner, await lineOf(app, owner), { setupMinutes: 0 });
    const days: [number, number][] = [
      [1, 30],
      [2, 30],
      [3, 30],
      [4, 30],
    ];
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        app.call(holdCapacity, { input: wanted(windowId, n % 2 ? days : [...days].reverse()) }, customer(n)),
      ),
    );
    expect(codes(answers)).toEqual([]);
    expect(await free(windowId)).toBe(30 * 480 - 16 * 120);
  });

  it('holds of another module over two windows, named in opposite orders, all get theirs', async () => {
    const windows = [
      await publishWindow(app, owner, await lineOf(app, owner), { setupMinutes: 0 }),
      await publishWindow(app, owner, await lineOf(app, owner), { setupMinutes: 0 }),
    ];
    const holds = app.api.get(CapacityHolds);
    const of = (windowId: string, n: number): CapacityHold => ({
      ...{ windowId, enterpriseId: customers[n % 4]?.enterpriseId ?? '', until: new Date(Date.now() + 3_600_000) },
      days: [{ day: inDays(3), minutes: 30 }],
    });
    const booked = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        app.db.transaction((tx) =>
          holds.holdAll(
            tx,
            (n % 2 ? windows : [...windows].reverse()).map((id) => of(id, n)),
          ),
        ),
      ),
    );
    expect([await free(windows[0] ?? ''), await free(windows[1] ?? '')]).toEqual([29 * 480, 29 * 480]);
    await Promise.all(
      booked.map((pair, n) =>
        app.db.transaction((tx) => {
          const ids = pair.map(({ id }) => id);
          return holds.release(tx, n % 2 ? ids : ids.reverse());
        }),
      ),
    );
    expect([await free(windows[0] ?? ''), await free(windows[1] ?? '')]).toEqual([30 * 480, 30 * 480]);
  });

  it('holds, releases, confirmations, an outage, a withdrawal and the clock at once end in answers, and the books agree', async () => {
    const line = await lineOf(app, owner);
    const windowId = await publishWindow(app, owner, line);
    const held: string[] = [];
    for (let n = 0; n < 8; n++)
      held.push(
        await hold(app, customers[n % 4] ?? owner, windowId, [
          [1 + n, 60],
          [2 + n, 60],
        ]),
      );
    await app.db.rows(`UPDATE capacity_booking SET held_until = now() WHERE id = ANY($1)`, [held.slice(6)]);
    const outage = {
      idempotencyKey: key(),
      productionLineId: line,
      kind: 'MAINTENANCE',
      startsOn: inDays(20),
      endsOn: inDays(25),
    };
    const [answers] = await Promise.all([
      Promise.all([
        ...held.map((id, n) => app.call(release, { input: { capacityBookingId: id, reason: 'x' } }, customer(n))),
        ...held.map((id) => app.call(confirmBooking, { input: { capacityBookingId: id } }, { as: owner.token })),
        ...held.map((_, n) =>
          app.call(
            holdCapacity,
            {
              input: wanted(windowId, [
                [9 - n, 60],
                [8 + n, 60],
              ]),
            },
            customer(n),
          ),
        ),
        app.call(addOutage, { input: outage }, { as: owner.token }),
        app.call(withdraw, { input: { capacityWindowId: windowId } }, { as: owner.token }),
      ]),
      app.jobs.get(CapacityBookings).expirePast(),
    ]);
    for (const code of codes(answers)) expect(['CONFLICT', 'ILLEGAL_TRANSITION', 'VALIDATION_FAILED']).toContain(code);
    expect(await free(windowId)).toBe(0);
  });

  it('of eight windows over the same days of a line one is published', async () => {
    const line = await lineOf(app, owner);
    const publish = 'mutation ($input: PublishCapacityWindowInput!) { publishCapacityWindow(input: $input) { id } }';
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        app.call(publish, { input: { idempotencyKey: key(), ...windowTerms(line) } }, { as: owner.token }),
      ),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(codes(answers)).toEqual(['CONFLICT']);
  });

  it('the database refuses what the code would never ask for', async () => {
    const windowId = await publishWindow(app, owner, await lineOf(app, owner));
    const id = await hold(app, customers[0] ?? owner, windowId, [[1, 60]]);
    for (const [sql, constraint] of [
      ['UPDATE capacity_day SET booked_minutes = minutes + 1 WHERE window_id = $1', 'capacity_day_not_oversold'],
      ['UPDATE capacity_day SET booked_minutes = -1 WHERE window_id = $1', 'capacity_day_booked'],
      ['UPDATE capacity_day SET minutes = planned_minutes + 1 WHERE window_id = $1', 'capacity_day_planned'],
      [
        `INSERT INTO capacity_booking_day SELECT id, current_date + 99, window_id, 1 FROM capacity_booking WHERE window_id = $1`,
        'the window does not offer this day',
      ],
      [
        `UPDATE capacity_booking_day SET recorded_minutes = minutes + 1 WHERE window_id = $1`,
        'capacity_booking_day_recorded',
      ],
      [`UPDATE capacity_booking SET state = 'fulfilled' WHERE window_id = $1`, 'capacity_booking_fulfilled'],
      [`UPDATE capacity_booking SET customer_id = owner_id WHERE window_id = $1`, 'capacity_booking_of_another'],
      [`UPDATE capacity_booking SET state = 'lost' WHERE window_id = $1`, 'capacity_booking_state_check'],
    ] as const)
      await expect(app.db.rows(sql, [windowId])).rejects.toThrow(constraint);
    expect(id).toBeTruthy();
  });
});
