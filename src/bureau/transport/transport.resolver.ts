import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Regions, RegionView, toRegionView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { ownTransport } from '../bureau.policy.js';
import { roadKm } from './bus-ways.js';
import { TransportDesk } from './transport-desk.service.js';
import {
  NameTransportStopInput,
  PlanTransportInput,
  TransportGroupArgs,
  TransportPlanInput,
} from './transport.input.js';
import {
  toTransportPlanView,
  toTransportStopView,
  toTransportTripView,
  TransportGroupView,
  TransportPlanConnection,
  TransportPlanView,
  TransportSeatCountView,
  TransportStopView,
  TransportTripView,
} from './transport.view.js';

@Resolver(() => TransportPlanView)
export class TransportPlanResolver {
  constructor(
    private readonly desk: TransportDesk,
    private readonly regions: Regions,
  ) {}

  @Query(() => TransportPlanConnection, { description: 'Plans of buses of your bureau, newest first.' })
  @Allow(ownTransport)
  async transportPlans(@Me() viewer: BureauViewer, @Args() page: PageArgs): Promise<Connection<TransportPlanView>> {
    return toConnection(await this.desk.page(viewer, page), toTransportPlanView);
  }

  @Query(() => TransportPlanView, { nullable: true, description: 'One plan of buses.' })
  @Allow(ownTransport)
  async transportPlan(@Me() viewer: BureauViewer, @IdArg() id: string): Promise<TransportPlanView> {
    return toTransportPlanView(await this.desk.get(viewer, id));
  }

  @Mutation(() => TransportPlanView, {
    description:
      'Has a job plan buses for those of one origin and destination who travel on a day. Nobody is asked yet.',
  })
  @Allow(ownTransport)
  async planTransport(
    @Me() viewer: BureauViewer,
    @Args('input') input: PlanTransportInput,
  ): Promise<TransportPlanView> {
    return toTransportPlanView(await this.desk.ask(viewer, input));
  }

  @Mutation(() => TransportPlanView, { description: 'Asks everybody who rides whether they take their seat.' })
  @Allow(ownTransport)
  async publishTransportPlan(
    @Me() viewer: BureauViewer,
    @Args('input') input: TransportPlanInput,
  ): Promise<TransportPlanView> {
    return toTransportPlanView(await this.desk.publish(viewer, input));
  }

  @Mutation(() => TransportPlanView, { description: 'Calls a plan of buses off; those who were asked are told.' })
  @Allow(ownTransport)
  async cancelTransportPlan(
    @Me() viewer: BureauViewer,
    @Args('input') input: TransportPlanInput,
  ): Promise<TransportPlanView> {
    return toTransportPlanView(await this.desk.cancel(viewer, input));
  }

  @Mutation(() => TransportPlanView, { description: 'Names a stop, on every bus that stops there.' })
  @Allow(ownTransport)
  async nameTransportStop(
    @Me() viewer: BureauViewer,
    @Args('input') input: NameTransportStopInput,
  ): Promise<TransportPlanView> {
    return toTransportPlanView(await this.desk.nameStop(viewer, input));
  }

  @ResolveField(() => RegionView, { nullable: true, description: 'Where they live.' })
  @Allow(ownTransport)
  async origin(@Parent() { originId }: TransportPlanView, @Ctx() ctx: RequestContext): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, originId);
    return region && toRegionView(region, ctx.language);
  }

  @ResolveField(() => RegionView, { nullable: true, description: 'Where they work.' })
  @Allow(ownTransport)
  async destination(
    @Parent() { destinationId }: TransportPlanView,
    @Ctx() ctx: RequestContext,
  ): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, destinationId);
    return region && toRegionView(region, ctx.language);
  }

  @ResolveField(() => [TransportTripView], { description: 'Its buses.' })
  @Allow(ownTransport)
  async trips(@Parent() { id }: TransportPlanView, @Ctx() ctx: RequestContext): Promise<TransportTripView[]> {
    return ((await ctx.load(this.desk.tripsByPlans, id)) ?? []).map(toTransportTripView);
  }
}

@Resolver(() => TransportTripView)
export class TransportTripResolver {
  constructor(private readonly desk: TransportDesk) {}

  @ResolveField(() => [TransportStopView], { description: 'Its stops, in the order of driving.' })
  @Allow(ownTransport)
  async stops(@Parent() { id }: TransportTripView, @Ctx() ctx: RequestContext): Promise<TransportStopView[]> {
    return ((await ctx.load(this.desk.stopsByTrips, id)) ?? []).map(toTransportStopView);
  }

  @ResolveField(() => [TransportSeatCountView], { description: 'Its seats by state, without who sits on them.' })
  @Allow(ownTransport)
  async seatsByState(
    @Parent() { id }: TransportTripView,
    @Ctx() ctx: RequestContext,
  ): Promise<TransportSeatCountView[]> {
    const counts = new Map<TransportSeatCountView['state'], number>();
    for (const { state } of (await ctx.load(this.desk.seatsByTrips, id)) ?? [])
      counts.set(state, (counts.get(state) ?? 0) + 1);
    return [...counts].map(([state, count]) => ({ state, count }));
  }
}

@Resolver(() => TransportGroupView)
export class TransportGroupResolver {
  constructor(
    private readonly desk: TransportDesk,
    private readonly regions: Regions,
  ) {}

  @Query(() => [TransportGroupView], {
    description:
      'Who of your jurisdiction travels together in some days: as numbers, the largest group first; at most 200.',
  })
  @Allow(ownTransport)
  async transportGroups(@Me() viewer: BureauViewer, @Args() args: TransportGroupArgs): Promise<TransportGroupView[]> {
    return (await this.desk.groups(viewer, args)).map(({ day, originId, destinationId, heads, seated, ...middle }) => ({
      ...{ day, originId, destinationId, heads, seated },
      km: roadKm(
        { latitude: middle.homeLatitude, longitude: middle.homeLongitude },
        { latitude: middle.siteLatitude, longitude: middle.siteLongitude },
      ),
    }));
  }

  @ResolveField(() => RegionView, { nullable: true, description: 'Where they live.' })
  @Allow(ownTransport)
  async origin(
    @Parent() { originId }: TransportGroupView,
    @Ctx() ctx: RequestContext,
  ): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, originId);
    return region && toRegionView(region, ctx.language);
  }

  @ResolveField(() => RegionView, { nullable: true, description: 'Where they work.' })
  @Allow(ownTransport)
  async destination(
    @Parent() { destinationId }: TransportGroupView,
    @Ctx() ctx: RequestContext,
  ): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, destinationId);
    return region && toRegionView(region, ctx.language);
  }
}
