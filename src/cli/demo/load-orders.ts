import type { OrderPlacing, Recipes } from '../../orders/index.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { OrderPlan } from './demo-orders.js';

export interface OrderServices {
  readonly recipes: Recipes;
  readonly placing: OrderPlacing;
}

/** Keeps the recipes and places the orders by the services that enterprises use. */
export async function loadOrders(
  { recipes, placing }: OrderServices,
  plan: OrderPlan,
  viewerOf: (enterpriseId: string) => EnterpriseViewer,
): Promise<void> {
  const recipeIds: string[] = [];
  for (const [index, { by, input }] of plan.recipes.entries())
    recipeIds.push((await recipes.save(viewerOf(by), { ...input, idempotencyKey: `demo-recipe-${index}` })).id);
  for (const [index, { by, recipe, input }] of plan.orders.entries()) {
    const key = { recipeId: recipeIds[recipe] ?? null, idempotencyKey: `demo-order-${index}` };
    await placing.place(viewerOf(by), { ...input, ...key });
  }
}
