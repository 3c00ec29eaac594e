import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Exact } from '../../platform/decimal/decimal.js';
import { type Refusal, refuseAll, RefusedError } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { termsOf } from '../order-terms.input.js';
import { orderPlaced } from '../orders.events.js';
import { orderMessages } from '../orders.messages.js';
import { Recipes } from '../recipes/recipe.service.js';
import { requirementsOf } from '../recipes/recipe.rules.js';
import type { Bill } from './bill.js';
import { OrderChecks } from './order-check.service.js';
import { OrderRequirement, ProductionOrder } from './production-order.entity.js';
import type { PlaceOrderInput } from './production-order.input.js';
import { refuseOrder } from './production-order.rules.js';

/** Places orders: what they take comes from a recipe or is said by hand, and what the enterprise has itself counts first. */
@Injectable()
export class OrderPlacing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly checks: OrderChecks,
    private readonly recipes: Recipes,
  ) {}

  /** Places an order of the viewer's enterprise; the same key again answers the same order. */
  async place(viewer: EnterpriseViewer, input: PlaceOrderInput): Promise<ProductionOrder> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'placeOrder', input, () => this.write(tx, viewer, input)),
    );
    return this.db.reader.findOneByOrFail(ProductionOrder, { id });
  }

  private async write(tx: Tx, viewer: EnterpriseViewer, input: PlaceOrderInput): Promise<string> {
    refuseAll(refuseOrder(input, this.clock.today()));
    const bill = await this.billOf(tx, viewer, input);
    await this.checks.check(tx, viewer, input, bill);
    const { reference, quantity, valueFen, customer, regionId, latitude, longitude, earliestStart, dueDate } = input;
    const { enterpriseId } = viewer;
    const id = newId();
    await tx.insert(ProductionOrder, {
      ...{ id, enterpriseId, reference, quantity, valueFen, customer, regionId, latitude, longitude, earliestStart },
      ...{ dueDate, product: bill.product, recipeId: bill.recipe?.id ?? null },
      ...{ recipeVersion: bill.recipe?.version ?? null, state: 'open' as const, placedAt: this.clock.now() },
    });
    await tx.insert(
      OrderRequirement,
      bill.requirements.map((requirement) => ({ ...requirement, id: newId(), orderId: id })),
    );
    await this.outbox.record(tx, orderPlaced({ orderId: id, enterpriseId, regionId }));
    await this.audit.record(tx, viewer, { action: 'order.place', subjectType: 'order', subjectId: id });
    return id;
  }

  /** What the order takes, from the recipe or from the input. */
  private async billOf(tx: Tx, { enterpriseId }: EnterpriseViewer, input: PlaceOrderInput): Promise<Bill> {
    const byHand = input.requirements ?? [];
    if (Boolean(input.recipeId) === byHand.length > 0)
      throw new RefusedError({
        ...{ code: 'VALIDATION_FAILED', message: orderMessages.recipeOrLines, field: 'input.recipeId' },
      });
    const period = { startsOn: input.earliestStart, endsOn: input.dueDate };
    if (!input.recipeId) {
      const requirements = byHand.map((line, index) => ({
        ...{ ...termsOf(line), position: index + 1, quantity: line.quantity, ownQuantity: line.ownQuantity },
        ...{ startsOn: line.startsOn ?? period.startsOn, endsOn: line.endsOn ?? period.endsOn },
      }));
      return {
        product: input.product || input.reference,
        recipe: undefined,
        requirements,
        field: 'input.requirements',
      };
    }
    const recipe = await this.recipes.require(tx, enterpriseId, input.recipeId);
    refuseAll(input.own.map(({ position }, index) => refuseNoLine(position, recipe.lines.length, index)));
    const own = new Map(input.own.map(({ position, quantity }) => [position, quantity]));
    const requirements = requirementsOf(recipe.lines, new Exact(input.quantity), period).map((requirement) => ({
      ...requirement,
      ownQuantity: own.get(requirement.position) ?? '0',
    }));
    return { product: input.product || recipe.product, recipe, requirements, field: 'input.recipeId' };
  }
}

function refuseNoLine(position: number, count: number, index: number): Refusal | undefined {
  if (position <= count) return undefined;
  return {
    ...{ code: 'VALIDATION_FAILED', message: orderMessages.noSuchLine, params: { count } },
    field: `input.own.${index}.position`,
  };
}
