import { v7 } from 'uuid';
import type { TestApp } from './app.js';
import type { EnterpriseActor } from './actors.js';
import { inDays, key, places } from './facts.js';

/** A recipe and an order of an enterprise, and a plan of their region, by the names of the input fields and queries that take their ids. */
export async function orderOf(app: TestApp, owner: EnterpriseActor): Promise<Record<string, string>> {
  const make = async (field: string, input: object): Promise<string> => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const answer = await app.ask<Record<string, { id: string }>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`,
      { input: { idempotencyKey: key(), ...input } },
      { as: owner.token },
    );
    return answer[field]?.id ?? '';
  };
  const lines = [{ leg: 'CAPACITY', thingId: 'GJ:POWDER', perUnit: '1' }];
  const recipeId = await make('saveRecipe', { product: 'x', unit: 'x', lines });
  const orderId = await make('placeOrder', {
    ...{ reference: 'x', quantity: '10', valueFen: 1, ...places.town, recipeId },
    ...{ earliestStart: inDays(1), dueDate: inDays(9) },
  });
  const planId = v7();
  await app.db.rows(
    `INSERT INTO region_plan (id, region_id, by_number, account_id, state, requested_at, finished_at)
     SELECT $1, 'GB2260:350524', false, id, 'failed', now(), now() FROM account WHERE login = $2`,
    [planId, owner.login],
  );
  return { recipeId, orderId, 'productionOrder.id': orderId, 'orderPlan.id': orderId, 'regionPlan.id': planId };
}
