import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { OperatorViewer } from '../../platform/auth/viewer.js';
import { CalendarDayArgs, SetCalendarDayInput } from './calendar-day.input.js';
import { CalendarDays } from './calendar-day.service.js';
import { CalendarDayView } from './calendar-day.view.js';

@Resolver(() => CalendarDayView)
export class CalendarDayResolver {
  constructor(private readonly days: CalendarDays) {}

  @Mutation(() => CalendarDayView, {
    description:
      'Enters a day of the official calendar over what the service knows. What was worked on it is classified anew.',
  })
  @Allow({ to: ['operator'], owns: 'the calendar of work' })
  async setCalendarDay(
    @Me() viewer: OperatorViewer,
    @Args('input') input: SetCalendarDayInput,
  ): Promise<CalendarDayView> {
    return this.days.set(viewer, input);
  }

  @Query(() => [CalendarDayView], { description: 'The calendar of work: holidays, rest days, adjusted workdays.' })
  @Allow({ to: everyone, owns: 'nothing: the calendar is public', scope: 'labour:read' })
  async calendarDays(@Args() args: CalendarDayArgs): Promise<CalendarDayView[]> {
    return this.days.list(args);
  }
}
