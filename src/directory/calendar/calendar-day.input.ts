import { ArgsType, InputType, registerEnumType } from '@nestjs/graphql';
import { DateInput, EnumInput, TextInput } from '../../platform/graphql/input-fields.js';

export enum CalendarDayKind {
  HOLIDAY = 'holiday',
  WORKDAY = 'workday',
  REST_DAY = 'rest_day',
}
registerEnumType(CalendarDayKind, {
  name: 'CalendarDayKind',
  description: 'What a day is in the calendar of work.',
  valuesMap: {
    HOLIDAY: { description: 'A statutory holiday; work is paid at 300 %.' },
    WORKDAY: { description: 'A day of work; a weekend day among them is an adjusted workday.' },
    REST_DAY: { description: 'A weekend day, or a day off around a holiday; work is paid at 200 %.' },
  },
});

@InputType({
  description:
    'Entering a day of the official calendar. The first day entered of a year says that its list is kept from then on, so enter the list whole.',
})
export class SetCalendarDayInput {
  @DateInput({ description: 'The day.' }) day: string;
  @EnumInput(CalendarDayKind, { description: 'What it is.' }) kind: CalendarDayKind;
  @TextInput({ description: 'Where that stands, e.g. the number of the notice.', max: 200, defaultValue: '' })
  note: string;
}

@ArgsType()
export class CalendarDayArgs {
  @DateInput({ description: 'First day.' }) from: string;
  @DateInput({ description: 'Last day, at most a year after the first.' }) to: string;
}
