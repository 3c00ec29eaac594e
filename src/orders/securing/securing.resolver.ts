import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { ownRead, ownWrite } from '../orders.policy.js';
import { OrderSearch } from '../production-orders/order-search.service.js';
import { SecureOrderInput } from '../production-orders/production-order.input.js';
import { ProductionOrderView, toOrderView } from '../production-orders/production-order.view.js';
import { thingKey, Things } from '../things.service.js';
import { OrderMissingView, OrderPlanItemView, OrderPlanView, toPlanView } from './order-plan.view.js';
import { OrderPlans } from './order-plans.service.js';
import { OrderSecuring } from './order-securing.service.js';

@Resolver(() => OrderPlanView)
export class SecuringResolver {
  constructor(
    private readonly search: OrderSearch,
    private readonly plans: OrderPlans,
    private readonly securing: OrderSecuring,
  ) {}

  @Query(() => OrderPlanView, {
    description: 'The best combined plan for what an order of yours lacks: people, material and hours together.',
  })
  @Allow(ownRead)
  async orderPlan(@Me() viewer: EnterpriseViewer, @IdArg() id: string): Promise<OrderPlanView> {
    const order = await this.search.require(viewer, id, 'id');
    return toPlanView(await this.plans.plan(order, (await this.search.requirementsOf([id])).get(id) ?? []));
  }

  @Mutation(() => ProductionOrderView, {
    description: 'Reserves everything that an order of yours lacks, in one go, or nothing.',
  })
  @Allow(ownWrite)
  async secureOrder(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: SecureOrderInput,
  ): Promise<ProductionOrderView> {
    return toOrderView(viewer.enterpriseId)(await this.securing.secure(viewer, input));
  }
}

@Resolver(() => OrderPlanItemView)
export class OrderPlanItemResolver {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly things: Things,
  ) {}

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'Whose; nobody’s for workers of their own.' })
  @Allow(ownRead)
  async enterprise(
    @Parent() { enterpriseId }: OrderPlanItemView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = enterpriseId === null ? undefined : await ctx.load(this.enterprises.byIds, enterpriseId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }

  @ResolveField(() => String, { description: 'Its name in your language.' })
  @Allow(ownRead)
  async name(@Parent() item: OrderPlanItemView, @Ctx() ctx: RequestContext): Promise<string> {
    const thing = await ctx.load(this.things.byKeys, thingKey(item));
    return (ctx.language === 'en' ? thing?.nameEn : thing?.nameZh) ?? item.thingId;
  }
}

@Resolver(() => OrderMissingView)
export class OrderMissingResolver {
  constructor(private readonly things: Things) {}

  @ResolveField(() => String, { description: 'Its name in your language.' })
  @Allow(ownRead)
  async name(@Parent() item: OrderMissingView, @Ctx() ctx: RequestContext): Promise<string> {
    const thing = await ctx.load(this.things.byKeys, thingKey(item));
    return (ctx.language === 'en' ? thing?.nameEn : thing?.nameZh) ?? item.thingId;
  }
}
