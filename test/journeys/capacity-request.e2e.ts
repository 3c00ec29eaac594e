import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { CapacityHolds, CapacityProposals } from '../../src/capacity/index.js';
import { expireCapacityRequests } from '../../src/capacity/capacity.jobs.js';
import { Database } from '../../src/platform/database/database.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { confirm, hold, holdCapacity, lineOf, publishWindow, refusedAt, wanted } from '../support/capacity.js';
import { inDays, key, places } from '../support/facts.js';

const publish = 'mutation ($input: PublishCapacityRequestInput!) { publishCapacityRequest(input: $input) { id } }';
const request = (changes: object = {}): object => ({
  ...{ idempotencyKey: key(), reference: '订单 7', ...places.near, earliestStart: inDays(0), dueDate: inDays(20) },
  ...{
    maxFenPerHour: 6_000,
    steps: [{ processId: 'GJ:POWDER', minutes: 300, attributes: [{ name: 'maxWidthMm', atLeast: 1_000 }] }],
  },
  ...changes,
});

describe('a request for capacity', () => {
  let app: TestApp;
  let owner: EnterpriseActor;
  let customer: EnterpriseActor;
  let stranger: EnterpriseActor;
  let windowId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    // As if a run were asked for already: the matching stays away, so that proposals can be written by hand.
    await app.db.rows(`UPDATE sharing_market SET is_awaited = true WHERE leg = 'capacity'`);
    const actors = new Actors(app);
    owner = await actors.enterprise('安溪喷涂厂');
    customer = await actors.enterprise('安溪藤铁工艺厂');
    stranger = await actors.enterprise('安溪旁观厂');
    windowId = await publishWindow(app, owner, await lineOf(app, owner));
  });
  afterAll(async () => {
    expect(await app.db.rows('SELECT * FROM capacity_mismatch')).toEqual([]);
    await app.close();
  });

  const ask = async (changes: object = {}): Promise<string> =>
    (
      await app.ask<{ publishCapacityRequest: { id: string } }>(
        publish,
        { input: request(changes) },
        { as: customer.token },
      )
    ).publishCapacityRequest.id;
  const fails = (mutation: string, input: object, actor: Actor = customer): Promise<string> =>
    refusedAt(app, mutation, input, actor);
  const read = async (id: string, actor: Actor): Promise<unknown> =>
    (
      await app.ask<{ capacityRequest: unknown }>(
        `{ capacityRequest(id: "${id}") { reference maxFenPerHour state actions steps { step securedMinutes unmetMinutes process { id } } } }`,
        {},
        { as: actor.token },
      )
    ).capacityRequest;
  const demand = async (id: string): Promise<number[]> =>
    (
      await app.db.rows<{ unmet_minutes: number }>(
        'SELECT unmet_minutes FROM capacity_demand WHERE request_id = $1 ORDER BY step',
        [id],
      )
    ).map((row) => row.unmet_minutes);

  it('is met by holds for its step, is seen by others without its price, and ends', async () => {
    const id = await ask();
    await hold(
      app,
      customer,
      windowId,
      [
        [2, 100],
        [3, 80],
      ],
      { capacityRequestId: id, step: 1 },
    );
    expect(await read(id, customer)).toMatchObject({
      ...{ reference: '订单 7', maxFenPerHour: 6_000, state: 'OPEN', actions: ['CLOSE', 'CANCEL'] },
      steps: [{ step: 1, securedMinutes: 180, unmetMinutes: 120, process: { id: 'GJ:POWDER' } }],
    });
    expect(await read(id, stranger)).toMatchObject({ reference: '', maxFenPerHour: null, actions: [] });
    expect(await demand(id)).toEqual([120]);
    const step = { capacityRequestId: id, step: 1 };
    expect(await fails(holdCapacity, wanted(windowId, [[4, 121]], step))).toBe('CONFLICT input.days');
    expect(await fails(holdCapacity, wanted(windowId, [[21, 60]], step))).toBe('CONFLICT input.days.0.day');
    expect(await fails(holdCapacity, wanted(windowId, [[4, 60]], { ...step, step: 2 }))).toBe(
      'VALIDATION_FAILED input.step',
    );
    expect(await fails(holdCapacity, wanted(windowId, [[4, 60]], step), stranger)).toBe(
      'NOT_FOUND input.capacityRequestId',
    );
    await hold(app, customer, windowId, [[4, 120]], step);
    expect(await demand(id)).toEqual([]);
    await app.ask(
      'mutation ($input: CapacityRequestInput!) { closeCapacityRequest(input: $input) { state } }',
      { input: { capacityRequestId: id } },
      { as: customer.token },
    );
    expect(await app.refusal(`{ capacityRequest(id: "${id}") { id } }`, {}, { as: stranger.token })).toBe('NOT_FOUND');
    expect(await read(id, owner)).toMatchObject({ state: 'CLOSED' });
    const bookings =
      '{ myCapacityBookings(side: OWNER, first: 1) { edges { node { request { id reference } customer { name } } } } }';
    expect(await app.ask(bookings, {}, { as: owner.token })).toEqual({
      myCapacityBookings: {
        edges: [{ node: { request: { id, reference: '' }, customer: { name: '安溪藤铁工艺厂' } } }],
      },
    });
  });

  it('is refused where it cannot be met by any line', async () => {
    const step = (changes: object) => ({ steps: [{ processId: 'GJ:POWDER', minutes: 60, ...changes }] });
    for (const [changes, answer] of [
      [{ dueDate: inDays(-1) }, 'VALIDATION_FAILED input.dueDate'],
      [{ earliestStart: inDays(-1) }, 'VALIDATION_FAILED input.earliestStart'],
      [{ regionId: 'GB2260:999999' }, 'VALIDATION_FAILED input.regionId'],
      [{ steps: [] }, 'VALIDATION_FAILED input.steps'],
      [step({ processId: 'GJ:NONE' }), 'VALIDATION_FAILED input.steps.0.processId'],
      [step({ minutes: 0 }), 'VALIDATION_FAILED input.steps.0.minutes'],
      [step({ attributes: [{ name: 'maxDiameterMm', atLeast: 1 }] }), 'VALIDATION_FAILED input.steps.0.attributes'],
      [step({ attributes: [{ name: 'maxWidthMm' }] }), 'VALIDATION_FAILED input.steps.0.attributes.0.atMost'],
    ] as const)
      expect(await fails(publish, request(changes))).toBe(answer);
  });

  it('has proposals that are written as a difference, taken by a hold, declined, and over with it', async () => {
    const id = await ask({
      steps: [
        { processId: 'GJ:POWDER', minutes: 300 },
        { processId: 'GJ:PACK', minutes: 60 },
      ],
    });
    const proposals = app.api.get(CapacityProposals);
    const minutes = (day: number, amount: number) => ({
      requestId: id,
      step: 1,
      windowId,
      day: inDays(day),
      minutes: amount,
      costFen: 1,
    });
    const replace = (...chosen: ReturnType<typeof minutes>[]) =>
      app.db.transaction((tx) => proposals.replace(tx, v7(), [id], chosen));
    expect(await replace(minutes(8, 60), minutes(9, 60))).toEqual({ kept: 0, added: 2, withdrawn: 0 });
    expect(await replace(minutes(9, 60), minutes(10, 60))).toEqual({ kept: 1, added: 1, withdrawn: 1 });
    expect(await replace(minutes(9, 70), minutes(10, 60))).toEqual({ kept: 1, added: 1, withdrawn: 1 });
    const of = (field: string) =>
      `{ ${field} { proposals { edges { node { id day minutes window { id } request { id } } } } } }`;
    const seen = await app.ask<{ capacityRequest: { proposals: { edges: { node: { id: string; day: string } }[] } } }>(
      of(`capacityRequest(id: "${id}")`),
      {},
      { as: customer.token },
    );
    const open = seen.capacityRequest.proposals.edges.map(({ node }) => node);
    expect(open.map(({ day }) => day).sort()).toEqual([inDays(10), inDays(9)].sort());
    const asOwner = await app.ask<{ capacityWindow: { proposals: { edges: object[] } } }>(
      of(`capacityWindow(id: "${windowId}")`),
      {},
      { as: owner.token },
    );
    expect(asOwner.capacityWindow.proposals.edges).toHaveLength(2);
    for (const field of [`capacityRequest(id: "${id}")`, `capacityWindow(id: "${windowId}")`])
      expect(await app.refusal(of(field), {}, { as: stranger.token })).toBe('NOT_FOUND');
    const decline = 'mutation ($input: CapacityProposalInput!) { declineCapacityProposal(input: $input) { state } }';
    const input = { capacityProposalId: open[0]?.id };
    expect(await fails(decline, input, owner)).toBe('NOT_FOUND input.capacityProposalId');
    expect(await app.ask(decline, { input }, { as: customer.token })).toEqual({
      declineCapacityProposal: { state: 'DECLINED' },
    });
    expect(await fails(decline, input)).toContain('ILLEGAL_TRANSITION');
    await hold(app, customer, windowId, [[9, 60]], { capacityRequestId: id, step: 1 });
    await replace(minutes(11, 60));
    await app.ask(
      'mutation ($input: CapacityRequestInput!) { cancelCapacityRequest(input: $input) { state } }',
      { input: { capacityRequestId: id } },
      { as: customer.token },
    );
    expect(await replace(minutes(12, 60))).toMatchObject({ added: 0 });
    const states = await app.db.rows<{ state: string }>(
      'SELECT state FROM capacity_proposal WHERE request_id = $1 ORDER BY id',
      [id],
    );
    expect(states.map(({ state }) => state).sort()).toEqual([
      'declined',
      'superseded',
      'superseded',
      'superseded',
      'taken',
    ]);
  });

  it('is served whole or not at all by another module, which gives it back the same way', async () => {
    const second = await publishWindow(app, owner, await lineOf(app, owner));
    const holds = app.api.get(CapacityHolds);
    const until = new Date(Date.now() + 3_600_000);
    const of = (id: string, minutes: number) => ({
      windowId: id,
      enterpriseId: customer.enterpriseId,
      days: [{ day: inDays(15), minutes }],
      until,
    });
    const before = await app.db.rows<{ count: number }>('SELECT count(*)::int AS count FROM capacity_booking');
    await expect(
      app.db.transaction((tx) => holds.holdAll(tx, [of(second, 100), of(windowId, 100), of(second, 400)])),
    ).rejects.toThrow('minutes left');
    expect(await app.db.rows('SELECT count(*)::int AS count FROM capacity_booking')).toEqual(before);
    const booked = await app.db.transaction((tx) =>
      holds.holdAll(tx, [of(second, 100), of(windowId, 100), of(second, 300)]),
    );
    const free =
      'SELECT free_minutes FROM capacity_supply WHERE window_id = ANY($1) AND day = $2 ORDER BY free_minutes';
    expect(await app.db.rows(free, [[second, windowId], inDays(15)])).toEqual([
      { free_minutes: 50 },
      { free_minutes: 365 },
    ]);
    await app.db.transaction((tx) =>
      holds.release(
        tx,
        booked.map(({ id }) => id),
        '订单撤销',
      ),
    );
    expect(await app.db.rows(free, [[second, windowId], inDays(15)])).toEqual([
      { free_minutes: 480 },
      { free_minutes: 480 },
    ]);
  });

  it('is given back by another module under the notice rule: late has its figure, and what has begun stays', async () => {
    const holds = app.api.get(CapacityHolds);
    const [begun, late] = [
      await hold(app, customer, windowId, [[0, 105]]),
      await hold(app, customer, windowId, [[2, 105]]),
    ];
    for (const id of [begun, late]) await confirm(app, owner, id);
    expect(await app.db.transaction((tx) => holds.release(tx, [begun, late]))).toEqual([late]);
    const states = await app.db.rows('SELECT state, late_fen FROM capacity_booking WHERE id = ANY($1) ORDER BY id', [
      [begun, late],
    ]);
    expect(states).toEqual([
      { state: 'confirmed', late_fen: null },
      { state: 'released', late_fen: 2_000 },
    ]);
  });

  it('expires after its due date', async () => {
    const id = await ask();
    await app.db.rows(
      'UPDATE capacity_request SET earliest_start = earliest_start - 30, due_date = due_date - 30 WHERE id = $1',
      [id],
    );
    await app.jobs.get(Database).transaction((tx) => app.jobs.get(Outbox).requestJob(tx, expireCapacityRequests, {}));
    await app.settle();
    expect(await read(id, customer)).toMatchObject({ state: 'EXPIRED', actions: [] });
  });

  it('and the catalogue grow by officers and operators, for all to read', async () => {
    const actors = new Actors(app);
    const [officer, operator] = [await actors.officer('GB2260:350524'), await actors.operator()];
    const add = 'mutation ($input: AddProcessInput!) { addProcess(input: $input) { id isRetired } }';
    const process = { idempotencyKey: key(), code: 'LACQUER', nameZh: '大漆', nameEn: 'Lacquering' };
    expect(await app.ask(add, { input: process }, { as: officer.token })).toEqual({
      addProcess: { id: 'LOCAL:LACQUER', isRetired: false },
    });
    expect(await fails(add, { ...process, idempotencyKey: key() }, operator)).toBe('CONFLICT input.code');
    expect(await fails(add, { ...process, idempotencyKey: key() })).toBe('FORBIDDEN');
    const addType =
      'mutation ($input: AddMachineTypeInput!) { addMachineType(input: $input) { id process { id } attributes { name unit label } } }';
    const type = { ...process, idempotencyKey: key(), code: 'LACQUER-ROOM', processId: 'LOCAL:LACQUER' };
    const attributes = [{ name: 'humidityPercent', unit: '%', nameZh: '湿度', nameEn: 'Humidity' }];
    expect(await app.ask(addType, { input: { ...type, attributes } }, { as: operator.token })).toEqual({
      addMachineType: {
        id: 'LOCAL:LACQUER-ROOM',
        process: { id: 'LOCAL:LACQUER' },
        attributes: [{ name: 'humidityPercent', unit: '%', label: 'Humidity' }],
      },
    });
    const retire = 'mutation ($input: ProcessInput!) { retireProcess(input: $input) { isRetired } }';
    await app.ask(retire, { input: { processId: 'LOCAL:LACQUER' } }, { as: officer.token });
    const site = { idempotencyKey: key(), name: '漆房', ...places.town };
    const workshop = await app.ask<{ addWorkshop: { id: string } }>(
      'mutation ($input: AddWorkshopInput!) { addWorkshop(input: $input) { id } }',
      { input: site },
      { as: owner.token },
    );
    const week = Array<number>(7).fill(1);
    const line = { idempotencyKey: key(), workshopId: workshop.addWorkshop.id, name: 'x', shiftMinutes: week };
    const addLine = 'mutation ($input: AddProductionLineInput!) { addProductionLine(input: $input) { id } }';
    const retired = { ...line, machineTypeId: 'LOCAL:LACQUER-ROOM' };
    expect(await fails(addLine, retired, owner)).toBe('VALIDATION_FAILED input.machineTypeId');
    const shortWeek = { ...line, machineTypeId: 'GJ:DRY-OVEN', shiftMinutes: [1440] };
    expect(await fails(addLine, shortWeek, owner)).toBe('VALIDATION_FAILED input.shiftMinutes');
    const list =
      '{ processes(first: 100) { edges { node { id } } } machineTypes(processId: "GJ:WELD") { edges { node { id } } } }';
    const { processes, machineTypes } = await app.ask<Record<string, { edges: { node: { id: string } }[] }>>(list);
    expect(processes?.edges.map(({ node }) => node.id)).not.toContain('LOCAL:LACQUER');
    expect(processes?.edges.length).toBeGreaterThanOrEqual(25);
    expect(machineTypes?.edges).toHaveLength(3);
  });
});
