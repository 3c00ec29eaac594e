import { Field, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { CalendarDayKind } from './calendar-day.input.js';

@ObjectType('CalendarDay', { description: 'A day in the calendar of work.' })
export class CalendarDayView {
  @Field(() => LocalDateScalar, { description: 'The day.' }) day: string;
  @Field(() => CalendarDayKind, { description: 'What it is.' }) kind: string;
  @Field({ description: 'Whether a weekend day is worked for a day off elsewhere.' }) isAdjusted: boolean;
  @Field({ description: 'Whether the official list of its year is known; else only statutory days and weekends are.' })
  isKept: boolean;
  @Field({ description: 'Whether the operator has entered it.' }) isEntered: boolean;
  @Field({ description: 'The operator’s note.' }) note: string;
}
