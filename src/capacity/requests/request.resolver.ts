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
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { market, ownRead, ownWrite, parties } from '../capacity.policy.js';
import { Processes } from '../processes/process.service.js';
import { ProcessView, toProcessView } from '../processes/process.view.js';
import { CapacityBookingView } from '../bookings/booking.view.js';
import {
  CapacityRequestArgs,
  CapacityRequestInput,
  MyCapacityRequestArgs,
  PublishCapacityRequestInput,
} from './request.input.js';
import { CapacityRequestSearch } from './request-search.service.js';
import { CapacityRequests } from './request.service.js';
import {
  CapacityRequestConnection,
  CapacityRequestView,
  CapacityStepView,
  toRequestView,
  toStepView,
} from './request.view.js';

@Resolver(() => CapacityRequestView)
export class CapacityRequestResolver {
  constructor(
    private readonly requests: CapacityRequests,
    private readonly search: CapacityRequestSearch,
    private readonly enterprises: Enterprises,
    private readonly regions: Regions,
  ) {}

  @Mutation(() => CapacityRequestView, { description: 'Asks for capacity for your enterprise.' })
  @Allow(ownWrite)
  async publishCapacityRequest(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PublishCapacityRequestInput,
  ): Promise<CapacityRequestView> {
    return toRequestView(await this.requests.publish(viewer, input), viewer);
  }

  @Mutation(() => CapacityRequestView, { description: 'Stops looking for capacity; bookings go on.' })
  @Allow(ownWrite)
  async closeCapacityRequest(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: CapacityRequestInput,
  ): Promise<CapacityRequestView> {
    return toRequestView(await this.requests.end(viewer, input.capacityRequestId, 'closed'), viewer);
  }

  @Mutation(() => CapacityRequestView, {
    description: 'Withdraws a request of yours; bookings for it go on until they are released.',
  })
  @Allow(ownWrite)
  async cancelCapacityRequest(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: CapacityRequestInput,
  ): Promise<CapacityRequestView> {
    return toRequestView(await this.requests.end(viewer, input.capacityRequestId, 'cancelled'), viewer);
  }

  @Query(() => CapacityRequestView, { nullable: true, description: 'One request.' })
  @Allow(market)
  async capacityRequest(@Me() viewer: Viewer, @IdArg() id: string): Promise<CapacityRequestView> {
    return toRequestView(await this.search.require(viewer, id), viewer);
  }

  @Query(() => CapacityRequestConnection, { description: 'Open requests, newest first.' })
  @Allow(market)
  async capacityRequests(
    @Me() viewer: Viewer,
    @Args() args: CapacityRequestArgs,
  ): Promise<Connection<CapacityRequestView>> {
    return toConnection(await this.search.open(args), (request) => toRequestView(request, viewer));
  }

  @Query(() => CapacityRequestConnection, { description: 'Requests of your enterprise, newest first.' })
  @Allow(ownRead)
  async myCapacityRequests(
    @Me() viewer: EnterpriseViewer,
    @Args() args: MyCapacityRequestArgs,
  ): Promise<Connection<CapacityRequestView>> {
    return toConnection(await this.search.mine(viewer, args), (request) => toRequestView(request, viewer));
  }

  @ResolveField(() => [CapacityStepView], { description: 'Its steps, in their order, with what they lack.' })
  @Allow(market)
  async steps(@Parent() { id }: CapacityRequestView, @Ctx() ctx: RequestContext): Promise<CapacityStepView[]> {
    return ((await ctx.load(this.search.stepsOf, id)) ?? []).map(toStepView);
  }

  @ResolveField(() => EnterpriseView, { description: 'Who asks.' })
  @Allow(market)
  async enterprise(
    @Parent() { enterpriseId }: CapacityRequestView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = await ctx.load(this.enterprises.byIds, enterpriseId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }

  @ResolveField(() => RegionView, { description: 'Where the site lies.' })
  @Allow(market)
  async region(
    @Parent() { regionId }: CapacityRequestView,
    @Ctx() ctx: RequestContext,
  ): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, regionId);
    return region && toRegionView(region, ctx.language);
  }
}

@Resolver(() => CapacityStepView)
export class CapacityStepResolver {
  constructor(private readonly processes: Processes) {}

  @ResolveField(() => ProcessView, { description: 'The process.' })
  @Allow(market)
  async process(
    @Parent() { processId }: CapacityStepView,
    @Ctx() ctx: RequestContext,
  ): Promise<ProcessView | undefined> {
    const process = await ctx.load(this.processes.byIds, processId);
    return process && toProcessView(process, ctx.language);
  }
}

@Resolver(() => CapacityBookingView)
export class BookingRequestResolver {
  constructor(private readonly search: CapacityRequestSearch) {}

  @ResolveField(() => CapacityRequestView, { nullable: true, description: 'The request that it is for, if any.' })
  @Allow(parties)
  async request(
    @Parent() { requestId }: CapacityBookingView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<CapacityRequestView | undefined> {
    const request = requestId === null ? undefined : await ctx.load(this.search.byIds, requestId);
    return request && toRequestView(request, viewer);
  }
}
