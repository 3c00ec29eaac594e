import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { ownRead } from '../capacity.policy.js';
import { CapacityCalendar } from './calendar.service.js';
import { CapacityCalendarArgs } from './calendar.input.js';
import { LineCalendarConnection, LineCalendarView, toCalendarView } from './calendar.view.js';

@Resolver(() => LineCalendarView)
export class CapacityCalendarResolver {
  constructor(private readonly calendar: CapacityCalendar) {}

  @Query(() => LineCalendarConnection, {
    description: 'Lines of your enterprise that are in use, each day by day: worked, on offer, booked, free.',
  })
  @Allow(ownRead)
  async myCapacityCalendar(
    @Me() viewer: EnterpriseViewer,
    @Args() args: CapacityCalendarArgs,
  ): Promise<Connection<LineCalendarView>> {
    return toConnection(await this.calendar.mine(viewer, args), toCalendarView);
  }
}
