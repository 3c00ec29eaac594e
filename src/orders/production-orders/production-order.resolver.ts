import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Enterprises,
  EnterpriseView,
  Regions,
  RegionView,
  toEnterpriseView,
  toRegionView,
} from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, EnterpriseViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { jurisdiction, ownOrJurisdiction, ownRead, ownWrite } from '../orders.policy.js';
import { thingKey, Things } from '../things.service.js';
import { OrderPlacing } from './order-placing.service.js';
import { OrderSearch, type OrderViewer } from './order-search.service.js';
import {
  DeliverOrderInput,
  MyOrderArgs,
  OrderListArgs,
  PlaceOrderInput,
  ProductionOrderInput,
} from './production-order.input.js';
import { type OrderAction, orderActions } from './production-order.rules.js';
import { ProductionOrders } from './production-order.service.js';
import {
  OrderActionEnum,
  OrderRequirementView,
  ProductionOrderConnection,
  ProductionOrderView,
  toOrderView,
  toRequirementView,
} from './production-order.view.js';

const enterpriseOf = (viewer: OrderViewer): string | undefined =>
  viewer.kind === 'enterprise' ? viewer.enterpriseId : undefined;

@Resolver(() => ProductionOrderView)
export class ProductionOrderResolver {
  constructor(
    private readonly orders: ProductionOrders,
    private readonly placing: OrderPlacing,
    private readonly search: OrderSearch,
  ) {}

  @Mutation(() => ProductionOrderView, { description: 'Places a production order of your enterprise.' })
  @Allow(ownWrite)
  async placeOrder(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PlaceOrderInput,
  ): Promise<ProductionOrderView> {
    return toOrderView(viewer.enterpriseId)(await this.placing.place(viewer, input));
  }

  @Mutation(() => ProductionOrderView, { description: 'Records that an order of yours was delivered.' })
  @Allow(ownWrite)
  async deliverOrder(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: DeliverOrderInput,
  ): Promise<ProductionOrderView> {
    return toOrderView(viewer.enterpriseId)(await this.orders.deliver(viewer, input));
  }

  @Mutation(() => ProductionOrderView, {
    description: 'Calls an order of yours off; what is reserved for it is given back as its rules let go.',
  })
  @Allow(ownWrite)
  async cancelOrder(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ProductionOrderInput,
  ): Promise<ProductionOrderView> {
    return toOrderView(viewer.enterpriseId)(await this.orders.cancel(viewer, input.orderId));
  }

  @Query(() => ProductionOrderView, { nullable: true, description: 'One order.' })
  @Allow(ownOrJurisdiction)
  async productionOrder(@Me() viewer: OrderViewer, @IdArg() id: string): Promise<ProductionOrderView> {
    return toOrderView(enterpriseOf(viewer))(await this.search.require(viewer, id));
  }

  @Query(() => ProductionOrderConnection, { description: 'Orders of your enterprise, newest first.' })
  @Allow(ownRead)
  async myOrders(@Me() viewer: EnterpriseViewer, @Args() args: MyOrderArgs): Promise<Connection<ProductionOrderView>> {
    return toConnection(await this.search.mine(viewer, args), toOrderView(viewer.enterpriseId));
  }

  @Query(() => ProductionOrderConnection, { description: 'Orders placed in your jurisdiction, newest first.' })
  @Allow(jurisdiction)
  async productionOrders(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Args() args: OrderListArgs,
  ): Promise<Connection<ProductionOrderView>> {
    return toConnection(await this.search.list(viewer, args), toOrderView());
  }
}

@Resolver(() => ProductionOrderView)
export class ProductionOrderFieldResolver {
  constructor(
    private readonly search: OrderSearch,
    private readonly enterprises: Enterprises,
    private readonly regions: Regions,
  ) {}

  @ResolveField(() => [OrderRequirementView], { description: 'What it takes, in order.' })
  @Allow(ownOrJurisdiction)
  async requirements(
    @Parent() { id }: ProductionOrderView,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderRequirementView[]> {
    return ((await ctx.load(this.search.requirementsOf, id)) ?? []).map(toRequirementView);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is open and nothing is missing.' })
  @Allow(ownOrJurisdiction)
  async isSecured(@Parent() { id }: ProductionOrderView, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await ctx.load(this.search.statusOf, id))?.isSecured ?? false;
  }

  @ResolveField(() => Boolean, { description: 'Whether it was delivered in full by the day promised.' })
  @Allow(ownOrJurisdiction)
  async isKept(@Parent() { id }: ProductionOrderView, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await ctx.load(this.search.statusOf, id))?.isKept ?? false;
  }

  @ResolveField(() => [OrderActionEnum], { description: 'What you can do with it now.' })
  @Allow(ownOrJurisdiction)
  async actions(
    @Parent() order: ProductionOrderView,
    @Me() viewer: OrderViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderAction[]> {
    if (enterpriseOf(viewer) !== order.enterpriseId) return [];
    return orderActions(order, await this.isSecured(order, ctx));
  }

  @ResolveField(() => EnterpriseView, { description: 'Whose it is.' })
  @Allow(ownOrJurisdiction)
  async enterprise(
    @Parent() { enterpriseId }: ProductionOrderView,
    @Me() viewer: OrderViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = await ctx.load(this.enterprises.byIds, enterpriseId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }

  @ResolveField(() => RegionView, { description: 'Where it is made.' })
  @Allow(ownOrJurisdiction)
  async region(
    @Parent() { regionId }: ProductionOrderView,
    @Ctx() ctx: RequestContext,
  ): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, regionId);
    return region && toRegionView(region, ctx.language);
  }
}

@Resolver(() => OrderRequirementView)
export class OrderRequirementResolver {
  constructor(private readonly things: Things) {}

  @ResolveField(() => String, { description: 'Its name in your language.' })
  @Allow(ownOrJurisdiction)
  async name(@Parent() line: OrderRequirementView, @Ctx() ctx: RequestContext): Promise<string> {
    const thing = await ctx.load(this.things.byKeys, thingKey(line));
    return (ctx.language === 'en' ? thing?.nameEn : thing?.nameZh) ?? line.thingId;
  }

  @ResolveField(() => String, { description: 'What it is counted in: head, minute, or the base unit of the material.' })
  @Allow(ownOrJurisdiction)
  async unit(@Parent() line: OrderRequirementView, @Ctx() ctx: RequestContext): Promise<string> {
    return (await ctx.load(this.things.byKeys, thingKey(line)))?.unit ?? '';
  }
}
