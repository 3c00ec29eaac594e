import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { ProductionLineView, toLineView } from '../workshops/workshop.view.js';
import type { LineCalendar, LineDay } from './calendar.service.js';

@ObjectType('LineDay', { description: 'A day of a line.' })
export class LineDayView {
  @Field(() => LocalDateScalar, { description: 'The day.' }) day: string;
  @Field(() => Int, {
    description: 'Machine minutes that the line works by its shifts and the calendar, outages apart.',
  })
  workedMinutes: number;
  @Field({ description: 'Whether the line is out.' }) isOut: boolean;
  @Field(() => Int, { description: 'Machine minutes on offer.' }) offeredMinutes: number;
  @Field(() => Int, { description: 'Those of them that are held or booked, setup included.' }) bookedMinutes: number;
  @Field(() => Int, { description: 'Those that can still be booked.' }) freeMinutes: number;
}

@ObjectType('ProductionLineCalendar', { description: 'A line of yours, day by day.' })
export class LineCalendarView {
  @Field(() => ProductionLineView, { description: 'The line.' }) line: ProductionLineView;
  @Field(() => [LineDayView], { description: 'Every day of the period, in its order.' }) days: LineDayView[];
}

export const LineCalendarConnection = ConnectionOf(LineCalendarView, 'ProductionLineCalendar');

export function toCalendarView({ line, days }: LineCalendar): LineCalendarView {
  return { line: toLineView(line), days: days.map(toLineDayView) };
}

function toLineDayView({ day, workedMinutes, isOut, offeredMinutes, bookedMinutes }: LineDay): LineDayView {
  const freeMinutes = offeredMinutes - bookedMinutes;
  return { day, workedMinutes, isOut, offeredMinutes, bookedMinutes, freeMinutes };
}
