import type { TestApp } from './app.js';
import type { EnterpriseActor } from './actors.js';
import { inDays, key, places } from './facts.js';

/** A recipe and an order of an enterprise, by the names of the input fields and queries that take their ids. */
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
  return { recipeId, orderId, 'productionOrder.id': orderId, 'orderPlan.id': orderId };
}
