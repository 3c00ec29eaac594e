import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { market, ownRead, ownWrite } from '../capacity.policy.js';
import { DayRangeArgs } from '../workshops/workshop.input.js';
import { Workshops } from '../workshops/workshop.service.js';
import { ProductionLineView, toLineView } from '../workshops/workshop.view.js';
import {
  CapacityWindowArgs,
  CapacityWindowInput,
  MyCapacityWindowArgs,
  PublishCapacityWindowInput,
  PublishCapacityWindowsInput,
} from './window.input.js';
import { CapacityWindowSearch, refuseRange } from './window-search.service.js';
import { CapacityWindows } from './window.service.js';
import {
  CapacityDayView,
  CapacityWindowConnection,
  CapacityWindowView,
  FoundCapacityWindowConnection,
  FoundCapacityWindowView,
  toDayView,
  toWindowView,
} from './window.view.js';

@Resolver(() => CapacityWindowView)
export class CapacityWindowResolver {
  constructor(
    private readonly windows: CapacityWindows,
    private readonly search: CapacityWindowSearch,
    private readonly workshops: Workshops,
    private readonly enterprises: Enterprises,
  ) {}

  @Mutation(() => CapacityWindowView, { description: 'Puts time of a line of yours on offer.' })
  @Allow(ownWrite)
  async publishCapacityWindow(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PublishCapacityWindowInput,
  ): Promise<CapacityWindowView> {
    return toWindowView(await this.windows.publish(viewer, input), viewer);
  }

  @Mutation(() => [CapacityWindowView], {
    description: 'Puts time of many lines on offer: all the windows or none; a fault names the window it is of.',
  })
  @Allow(ownWrite)
  async publishCapacityWindows(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PublishCapacityWindowsInput,
  ): Promise<CapacityWindowView[]> {
    return (await this.windows.publishMany(viewer, input)).map((window) => toWindowView(window, viewer));
  }

  @Mutation(() => CapacityWindowView, {
    description: 'Withdraws a window of yours: what is free is given up, what is held or booked stays.',
  })
  @Allow(ownWrite)
  async withdrawCapacityWindow(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: CapacityWindowInput,
  ): Promise<CapacityWindowView> {
    return toWindowView(await this.windows.withdraw(viewer, input.capacityWindowId), viewer);
  }

  @Query(() => CapacityWindowView, { nullable: true, description: 'One window.' })
  @Allow(market)
  async capacityWindow(@Me() viewer: Viewer, @IdArg() id: string): Promise<CapacityWindowView> {
    return toWindowView(await this.search.require(viewer, id), viewer);
  }

  @Query(() => FoundCapacityWindowConnection, {
    description:
      'Open windows with free minutes in a period: the nearest first where a place is given, else the newest.',
  })
  @Allow(market)
  async capacityWindows(@Args() args: CapacityWindowArgs): Promise<Connection<FoundCapacityWindowView>> {
    return toConnection(await this.search.find(args), ({ windowId, freeMinutes, distanceM }) => ({
      ...{ windowId, freeMinutes, distanceM },
    }));
  }

  @Query(() => CapacityWindowConnection, { description: 'Windows of your enterprise, newest first.' })
  @Allow(ownRead)
  async myCapacityWindows(
    @Me() viewer: EnterpriseViewer,
    @Args() args: MyCapacityWindowArgs,
  ): Promise<Connection<CapacityWindowView>> {
    return toConnection(await this.search.mine(viewer, args), (window) => toWindowView(window, viewer));
  }

  @ResolveField(() => EnterpriseView, { description: 'Whose line it is.' })
  @Allow(market)
  async owner(
    @Parent() { enterpriseId }: CapacityWindowView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const owner = await ctx.load(this.enterprises.byIds, enterpriseId);
    return owner && toEnterpriseView(owner, viewer);
  }

  @ResolveField(() => ProductionLineView, { description: 'The line that is on offer.' })
  @Allow(market)
  async line(
    @Parent() { lineId }: CapacityWindowView,
    @Ctx() ctx: RequestContext,
  ): Promise<ProductionLineView | undefined> {
    const line = await ctx.load(this.workshops.linesByIds, lineId);
    return line && toLineView(line);
  }

  @ResolveField(() => [CapacityDayView], { description: 'The days that it offers within a period, at most a year.' })
  @Allow(market)
  async days(
    @Parent() { id }: CapacityWindowView,
    @Args() { from, until }: DayRangeArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<CapacityDayView[]> {
    refuseRange(from, until);
    const days = await ctx.load(this.search.daysByKey, CapacityWindowSearch.key(id, from, until));
    return (days ?? []).map(toDayView);
  }
}

@Resolver(() => FoundCapacityWindowView)
export class FoundCapacityWindowResolver {
  constructor(private readonly search: CapacityWindowSearch) {}

  @ResolveField(() => CapacityWindowView, { nullable: true, description: 'The window.' })
  @Allow(market)
  async window(
    @Parent() { windowId }: FoundCapacityWindowView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<CapacityWindowView | undefined> {
    const window = await ctx.load(this.search.byIds, windowId);
    return window && toWindowView(window, viewer);
  }
}
