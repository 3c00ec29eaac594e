import type { TestApp } from './app.js';
import type { Actor } from './actors.js';
import { inDays, key, places } from './facts.js';

/** A workshop with one powder coating line that works 480 minutes every day of the week, holidays too. */
export async function lineOf(
  app: TestApp,
  owner: Actor,
  changes: object = {},
  place: object = places.town,
): Promise<string> {
  const as = { as: owner.token };
  const { addWorkshop } = await app.ask<{ addWorkshop: { id: string } }>(
    'mutation ($input: AddWorkshopInput!) { addWorkshop(input: $input) { id } }',
    { input: { idempotencyKey: key(), name: '一号车间', ...place } },
    as,
  );
  const input = {
    ...{ idempotencyKey: key(), workshopId: addWorkshop.id, name: '喷粉线', machineTypeId: 'GJ:POWDER-LINE' },
    ...{ attributes: [{ name: 'maxWidthMm', value: 1200 }], machines: 1 },
    ...{ shiftMinutes: [480, 480, 480, 480, 480, 480, 480], worksHolidays: true },
    ...changes,
  };
  const { addProductionLine } = await app.ask<{ addProductionLine: { id: string } }>(
    'mutation ($input: AddProductionLineInput!) { addProductionLine(input: $input) { id } }',
    { input },
    as,
  );
  return addProductionLine.id;
}

/** Terms of a window over the next thirty days; a test names only what matters to it. */
export const windowTerms = (productionLineId: string, changes: object = {}): object => ({
  ...{
    productionLineId,
    startsOn: inDays(0),
    endsOn: inDays(29),
    fenPerHour: 5_001,
    minimumMinutes: 30,
    setupMinutes: 15,
  },
  ...{ withOperators: true, materialBy: 'CUSTOMER', noticeDays: 3, latePercent: 20 },
  ...changes,
});

export async function publishWindow(
  app: TestApp,
  owner: Actor,
  productionLineId: string,
  changes: object = {},
): Promise<string> {
  const { publishCapacityWindow } = await app.ask<{ publishCapacityWindow: { id: string } }>(
    'mutation ($input: PublishCapacityWindowInput!) { publishCapacityWindow(input: $input) { id } }',
    { input: { idempotencyKey: key(), ...windowTerms(productionLineId, changes) } },
    { as: owner.token },
  );
  return publishCapacityWindow.id;
}

export const holdCapacity = 'mutation ($input: HoldCapacityInput!) { holdCapacity(input: $input) { id } }';

export const wanted = (capacityWindowId: string, days: readonly [number, number][], changes: object = {}): object => ({
  ...{ idempotencyKey: key(), capacityWindowId, days: days.map(([day, minutes]) => ({ day: inDays(day), minutes })) },
  ...changes,
});

export async function hold(
  app: TestApp,
  customer: Actor,
  capacityWindowId: string,
  days: readonly [number, number][],
  changes: object = {},
): Promise<string> {
  const { holdCapacity: held } = await app.ask<{ holdCapacity: { id: string } }>(
    holdCapacity,
    { input: wanted(capacityWindowId, days, changes) },
    { as: customer.token },
  );
  return held.id;
}

export const confirmBooking =
  'mutation ($input: CapacityBookingInput!) { confirmCapacityBooking(input: $input) { id state actions } }';

export async function confirm(app: TestApp, owner: Actor, capacityBookingId: string): Promise<void> {
  await app.ask(confirmBooking, { input: { capacityBookingId } }, { as: owner.token });
}

/** One of everything between two enterprises, by the names of the input fields that take their ids. */
export async function standingCapacity(app: TestApp, owner: Actor, customer: Actor): Promise<Record<string, string>> {
  const productionLineId = await lineOf(app, owner);
  const capacityWindowId = await publishWindow(app, owner, productionLineId);
  const ask = async (field: string, type: string, input: object, actor: Actor): Promise<string> => {
    const mutation = `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`;
    const data = await app.ask<Record<string, { id: string }>>(
      mutation,
      { input: { idempotencyKey: key(), ...input } },
      { as: actor.token },
    );
    return data[field]?.id ?? '';
  };
  const outage = { productionLineId, kind: 'HOLIDAY', startsOn: inDays(20), endsOn: inDays(21) };
  const outageId = await ask('addLineOutage', 'AddLineOutageInput', outage, owner);
  const request = {
    ...places.near,
    earliestStart: inDays(0),
    dueDate: inDays(9),
    steps: [{ processId: 'GJ:POWDER', minutes: 500 }],
  };
  const capacityRequestId = await ask('publishCapacityRequest', 'PublishCapacityRequestInput', request, customer);
  const capacityBookingId = await hold(app, customer, capacityWindowId, [[1, 60]], { capacityRequestId, step: 1 });
  const [workshop] = await app.db.rows<{ id: string }>('SELECT workshop_id AS id FROM production_line WHERE id = $1', [
    productionLineId,
  ]);
  const [proposal] = await app.db.rows<{ id: string }>(
    `INSERT INTO capacity_proposal (id, run_id, request_id, step, window_id, day, minutes, cost_fen, state)
     VALUES (gen_random_uuid(), gen_random_uuid(), $1, 1, $2, $3, 60, 1, 'proposed') RETURNING id`,
    [capacityRequestId, capacityWindowId, inDays(2)],
  );
  return {
    ...{ productionLineId, capacityWindowId, outageId, capacityRequestId, capacityBookingId },
    ...{
      workshopId: workshop?.id ?? '',
      capacityProposalId: proposal?.id ?? '',
      'capacityBooking.id': capacityBookingId,
    },
  };
}

export interface OfferedDay {
  readonly day: string;
  readonly offeredMinutes: number;
  readonly freeMinutes: number;
}

/** The days that a window offers in the next two months, by date. */
export async function daysOf(app: TestApp, windowId: string, actor: Actor): Promise<Map<string, OfferedDay>> {
  const { capacityWindow } = await app.ask<{ capacityWindow: { days: OfferedDay[] } }>(
    `{ capacityWindow(id: "${windowId}") { days(from: "${inDays(0)}", until: "${inDays(60)}") { day offeredMinutes freeMinutes } } }`,
    {},
    { as: actor.token },
  );
  return new Map(capacityWindow.days.map((one) => [one.day, one]));
}

/** The code of a refusal and the fields that it names. */
export async function refusedAt(app: TestApp, mutation: string, input: object, actor: Actor): Promise<string> {
  const { errors } = await app.call(mutation, { input }, { as: actor.token });
  const [error] = errors ?? [];
  if (!error) throw new Error(`expected a refusal of ${mutation}`);
  const { code, fields } = error.extensions;
  return [code, ...(fields ?? []).map(({ path }) => path)].join(' ');
}
