import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { parties } from '../capacity.policy.js';
import { CapacityWindowSearch } from '../windows/window-search.service.js';
import { CapacityWindowView, toWindowView } from '../windows/window.view.js';
import { CapacityBookingArgs } from './booking.input.js';
import { CapacityBookingSearch } from './booking-search.service.js';
import {
  CapacityBookingConnection,
  CapacityBookingDayView,
  CapacityBookingView,
  toBookingView,
} from './booking.view.js';

@Resolver(() => CapacityBookingView)
export class CapacityBookingResolver {
  constructor(
    private readonly bookings: CapacityBookingSearch,
    private readonly windows: CapacityWindowSearch,
    private readonly enterprises: Enterprises,
    private readonly clock: Clock,
  ) {}

  @Query(() => CapacityBookingView, { nullable: true, description: 'One booking of yours.' })
  @Allow(parties)
  async capacityBooking(@Me() viewer: EnterpriseViewer, @IdArg() id: string): Promise<CapacityBookingView> {
    return toBookingView(await this.bookings.require(viewer, id), viewer, this.clock);
  }

  @Query(() => CapacityBookingConnection, { description: 'Bookings of your enterprise, on either side, newest first.' })
  @Allow(parties)
  async myCapacityBookings(
    @Me() viewer: EnterpriseViewer,
    @Args() args: CapacityBookingArgs,
  ): Promise<Connection<CapacityBookingView>> {
    return toConnection(await this.bookings.mine(viewer, args), (row) => toBookingView(row, viewer, this.clock));
  }

  @ResolveField(() => [CapacityBookingDayView], { description: 'Its days, in their order.' })
  @Allow(parties)
  async days(@Parent() { id }: CapacityBookingView, @Ctx() ctx: RequestContext): Promise<CapacityBookingDayView[]> {
    const days = (await ctx.load(this.bookings.daysOf, id)) ?? [];
    return days.map(({ day, minutes, recordedMinutes }) => ({ day, minutes, recordedMinutes }));
  }

  @ResolveField(() => CapacityWindowView, { nullable: true, description: 'The window that it is of.' })
  @Allow(parties)
  async window(
    @Parent() { windowId }: CapacityBookingView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<CapacityWindowView | undefined> {
    const window = await ctx.load(this.windows.byIds, windowId);
    return window && toWindowView(window, viewer);
  }

  @ResolveField(() => EnterpriseView, { description: 'Whose line it is.' })
  @Allow(parties)
  async owner(
    @Parent() { ownerId }: CapacityBookingView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const owner = await ctx.load(this.enterprises.byIds, ownerId);
    return owner && toEnterpriseView(owner, viewer);
  }

  @ResolveField(() => EnterpriseView, { description: 'Who booked it.' })
  @Allow(parties)
  async customer(
    @Parent() { customerId }: CapacityBookingView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const customer = await ctx.load(this.enterprises.byIds, customerId);
    return customer && toEnterpriseView(customer, viewer);
  }
}
