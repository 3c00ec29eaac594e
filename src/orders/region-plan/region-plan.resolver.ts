import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { jurisdiction } from '../orders.policy.js';
import { OrderSearch } from '../production-orders/order-search.service.js';
import { ProductionOrderView, toOrderView } from '../production-orders/production-order.view.js';
import { thingKey, Things } from '../things.service.js';
import { type PlanViewer, RegionPlanDesk } from './region-plan-desk.service.js';
import { PlanRegionInput, RegionPlanListArgs } from './region-plan.input.js';
import {
  RegionPlanConnection,
  RegionPlanOutcomeView,
  RegionPlanView,
  ScarceThingView,
  toRegionPlanView,
} from './region-plan.view.js';

@Resolver(() => RegionPlanView)
export class RegionPlanResolver {
  constructor(private readonly desk: RegionPlanDesk) {}

  @Mutation(() => RegionPlanView, {
    description:
      'Has a job choose jointly which open orders of a region to secure, within a minute or so. Nothing is reserved: it is proposed to their enterprises.',
  })
  @Allow(jurisdiction)
  async planRegion(@Me() viewer: PlanViewer, @Args('input') input: PlanRegionInput): Promise<RegionPlanView> {
    return toRegionPlanView(await this.desk.ask(viewer, input));
  }

  @Query(() => RegionPlanView, { nullable: true, description: 'One plan of a region.' })
  @Allow(jurisdiction)
  async regionPlan(@Me() viewer: PlanViewer, @IdArg() id: string): Promise<RegionPlanView> {
    return toRegionPlanView(await this.desk.get(viewer, id));
  }

  @Query(() => RegionPlanConnection, { description: 'Plans of a region, newest first.' })
  @Allow(jurisdiction)
  async regionPlans(@Me() viewer: PlanViewer, @Args() args: RegionPlanListArgs): Promise<Connection<RegionPlanView>> {
    return toConnection(await this.desk.list(viewer, args), toRegionPlanView);
  }
}

@Resolver(() => RegionPlanOutcomeView)
export class RegionPlanOutcomeResolver {
  constructor(private readonly search: OrderSearch) {}

  @ResolveField(() => [ProductionOrderView], {
    description: 'The orders to secure, at most a hundred; the one due first first.',
  })
  @Allow(jurisdiction)
  async secured(
    @Parent() { securedIds }: RegionPlanOutcomeView,
    @Ctx() ctx: RequestContext,
  ): Promise<ProductionOrderView[]> {
    const orders = await Promise.all(securedIds.slice(0, 100).map((id) => ctx.load(this.search.byIds, id)));
    return orders.flatMap((order) => (order ? [toOrderView()(order)] : []));
  }
}

@Resolver(() => ScarceThingView)
export class ScarceThingResolver {
  constructor(private readonly things: Things) {}

  @ResolveField(() => String, { description: 'Its name in your language.' })
  @Allow(jurisdiction)
  async name(@Parent() scarce: ScarceThingView, @Ctx() ctx: RequestContext): Promise<string> {
    const thing = await ctx.load(this.things.byKeys, thingKey(scarce));
    return (ctx.language === 'en' ? thing?.nameEn : thing?.nameZh) ?? scarce.thingId;
  }

  @ResolveField(() => String, { description: 'What it is counted in: head, minute, or the base unit of the material.' })
  @Allow(jurisdiction)
  async unit(@Parent() scarce: ScarceThingView, @Ctx() ctx: RequestContext): Promise<string> {
    return (await ctx.load(this.things.byKeys, thingKey(scarce)))?.unit ?? '';
  }
}
