import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import {
  daysOf,
  holdCapacity,
  lineOf,
  type OfferedDay,
  publishWindow,
  refusedAt,
  wanted,
  windowTerms,
} from '../support/capacity.js';
import { inDays, key } from '../support/facts.js';

const publishOne = 'mutation ($input: PublishCapacityWindowInput!) { publishCapacityWindow(input: $input) { id } }';
const withdraw = 'mutation ($input: CapacityWindowInput!) { withdrawCapacityWindow(input: $input) { state actions } }';

describe('capacity', () => {
  let app: TestApp;
  let owner: EnterpriseActor;
  let customer: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    owner = await actors.enterprise('安溪喷涂厂');
    customer = await actors.enterprise('安溪藤铁工艺厂');
  });
  afterAll(() => app.close());

  const fails = (mutation: string, input: object, actor: Actor = owner): Promise<string> =>
    refusedAt(app, mutation, input, actor);
  const days = (windowId: string): Promise<Map<string, OfferedDay>> => daysOf(app, windowId, owner);

  it('is of a line that changes and goes only while none of it is on offer', async () => {
    const line = await lineOf(app, owner);
    const windowId = await publishWindow(app, owner, line);
    const change =
      'mutation ($input: ChangeProductionLineInput!) { changeProductionLine(input: $input) { machines attributes { value } } }';
    const retire = 'mutation ($input: ProductionLineInput!) { retireProductionLine(input: $input) { isRetired } }';
    const wider = { productionLineId: line, machines: 2, attributes: [{ name: 'maxWidthMm', value: 1_500.5 }] };
    expect(await fails(change, wider)).toBe('CONFLICT input.attributes');
    expect(await fails(retire, { productionLineId: line })).toBe('CONFLICT input.productionLineId');
    await app.ask(withdraw, { input: { capacityWindowId: windowId } }, { as: owner.token });
    expect(await fails(change, { ...wider, attributes: [{ name: 'voltageV', value: 1 }] })).toBe(
      'VALIDATION_FAILED input.attributes',
    );
    expect(await fails(change, wider, customer)).toBe('NOT_FOUND input.productionLineId');
    expect(await app.ask(change, { input: wider }, { as: owner.token })).toEqual({
      changeProductionLine: { machines: 2, attributes: [{ value: 1_500.5 }] },
    });
    const next = await publishWindow(app, owner, line);
    expect((await days(next)).get(inDays(1))).toMatchObject({ offeredMinutes: 960 });
    await app.ask(withdraw, { input: { capacityWindowId: next } }, { as: owner.token });
    await app.ask(retire, { input: { productionLineId: line } }, { as: owner.token });
    const again = { idempotencyKey: key(), ...windowTerms(line) };
    expect(await fails(publishOne, again)).toBe('CONFLICT input.productionLineId');
  });

  it('refuses what is wrong, and names the field', async () => {
    const line = await lineOf(app, owner);
    const windowId = await publishWindow(app, owner, line, { minimumMinutes: 60 });
    const of = (changes: object): object => ({ idempotencyKey: key(), ...windowTerms(line, changes) });
    expect(await fails(publishOne, of({ startsOn: inDays(-1) }))).toBe('VALIDATION_FAILED input.startsOn');
    expect(await fails(publishOne, of({ endsOn: inDays(400) }))).toBe('VALIDATION_FAILED input.endsOn');
    expect(await fails(publishOne, of({ fenPerHour: -1 }))).toBe('VALIDATION_FAILED input.fenPerHour');
    expect(await fails(publishOne, of({ startsOn: inDays(50), endsOn: inDays(50), minimumMinutes: 470 }))).toBe(
      'VALIDATION_FAILED input.minimumMinutes',
    );
    expect(await fails(publishOne, of({}), customer)).toBe('NOT_FOUND input.productionLineId');
    for (const [asked, answer] of [
      [wanted(windowId, [[5, 466]]), 'CONFLICT input.days.0.minutes'],
      [wanted(windowId, [[5, 59]]), 'VALIDATION_FAILED input.days.0.minutes'],
      [wanted(windowId, [[5, -60]]), 'VALIDATION_FAILED input.days.0.minutes'],
      [wanted(windowId, [[5, 2_000_000_000]]), 'VALIDATION_FAILED input.days.0.minutes'],
      [wanted(windowId, [[-1, 60]]), 'VALIDATION_FAILED input.days.0.day'],
      [wanted(windowId, [[45, 60]]), 'VALIDATION_FAILED input.days.0.day'],
      [
        wanted(windowId, [
          [5, 60],
          [5, 60],
        ]),
        'VALIDATION_FAILED input.days.1.day',
      ],
      [wanted(windowId, []), 'VALIDATION_FAILED input.days'],
      [wanted(windowId, [[5, 60]], { step: 1 }), 'VALIDATION_FAILED input.step'],
      [wanted(windowId, [[5, 60]], { holdHours: 0 }), 'VALIDATION_FAILED input.holdHours'],
    ] as const)
      expect(await fails(holdCapacity, asked, customer)).toBe(answer);
    const once = wanted(windowId, [[5, 60]]);
    const [first, again] = [
      await app.ask<object>(holdCapacity, { input: once }, { as: customer.token }),
      await app.ask<object>(holdCapacity, { input: once }, { as: customer.token }),
    ];
    expect(again).toEqual(first);
    expect((await days(windowId)).get(inDays(5))).toMatchObject({ freeMinutes: 405 });
    const other = { ...once, days: [{ day: inDays(6), minutes: 60 }] };
    expect(await fails(holdCapacity, other, customer)).toBe('CONFLICT input.idempotencyKey');
    const unverified = await new Actors(app).unverifiedEnterprise();
    expect(await fails(holdCapacity, wanted(windowId, [[5, 60]]), unverified)).toContain('RULE_VIOLATED');
  });
});
