/** The only door into the orders: their module and events. */
export { OrdersModule } from './orders.module.js';
export * from './orders.events.js';
export { OrderPlacing } from './production-orders/order-placing.service.js';
export { Recipes } from './recipes/recipe.service.js';
