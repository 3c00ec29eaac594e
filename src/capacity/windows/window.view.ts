import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { mayWriteCapacity, unrefused } from '../capacity.rules.js';
import { refuseTransition } from '../../platform/errors/index.js';
import type { CapacityWindow, MaterialBy } from './window.entity.js';
import { MaterialByEnum, WindowStateEnum } from './window.input.js';
import type { CapacityDayRow } from './window.loader.js';
import { type WindowState, windowTransitions } from './window.states.js';

type WindowAction = 'withdraw' | 'hold';

const WindowActionEnum = { WITHDRAW: 'withdraw', HOLD: 'hold' } as const satisfies Record<string, WindowAction>;
registerEnumType(WindowActionEnum, {
  name: 'CapacityWindowAction',
  description: 'What can be done with a window; each is a mutation.',
  valuesMap: {
    WITHDRAW: { description: '`withdrawCapacityWindow`.' },
    HOLD: { description: '`holdCapacity`.' },
  },
});

@ObjectType('CapacityDay', { description: 'A day that a window offers.' })
export class CapacityDayView {
  @Field(() => LocalDateScalar, { description: 'The day.' }) day: string;
  @Field(() => Int, { description: 'Machine minutes on offer; 0 while the line is out.' }) offeredMinutes: number;
  @Field(() => Int, { description: 'Those of them that are held or booked, setup included.' }) bookedMinutes: number;
  @Field(() => Int, { description: 'Those that can still be booked.' }) freeMinutes: number;
}

@ObjectType('CapacityWindow', { description: '产能时段: time of a production line on offer, day by day.' })
export class CapacityWindowView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) endsOn: string;
  @Field(() => Int, { nullable: true, description: 'Machine minutes offered a day; null: all that the line works.' })
  dayMinutes: number | null;
  @Field(() => Int, { description: 'Minutes of setup, added to the first day of each booking.' }) setupMinutes: number;
  @Field(() => Int, { description: 'Least minutes that a booking takes on a day.' }) minimumMinutes: number;
  @Field(() => Int, { description: 'Price of an hour of machine time, in the hundredth part of the currency.' })
  fenPerHour: number;
  @Field({ description: 'ISO 4217 currency code.' }) currency: string;
  @Field({ description: 'Whether the owner’s workers operate the machines.' }) withOperators: boolean;
  @Field(() => MaterialByEnum, { description: 'Who brings the material.' }) materialBy: MaterialBy;
  @Field(() => Int, { description: 'Days of notice for a release free of charge.' }) noticeDays: number;
  @Field(() => Int, { description: 'Share of the booked amount that a later release is said to cost, per cent.' })
  latePercent: number;
  @Field({ description: 'What else customers should know.' }) note: string;
  @Field(() => WindowStateEnum, { description: 'Where it stands.' }) state: WindowState;
  @Field({ description: 'When it was published.' }) publishedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was withdrawn or expired.' }) endedAt: Date | null;
  @Field(() => [WindowActionEnum], { description: 'What you can do with it now.' }) actions: WindowAction[];

  /** For extension fields only; not part of the API. */
  enterpriseId: string;
  lineId: string;
}

@ObjectType('FoundCapacityWindow', { description: 'A window that answers what was asked for.' })
export class FoundCapacityWindowView {
  @Field(() => Int, { description: 'Minutes that can be booked in the period asked for.' }) freeMinutes: number;
  @Field(() => Int, { nullable: true, description: 'Metres from the place asked for; null where none was.' })
  distanceM: number | null;

  /** For extension fields only; not part of the API. */
  windowId: string;
}

export const CapacityWindowConnection = ConnectionOf(CapacityWindowView, 'CapacityWindow');
export const FoundCapacityWindowConnection = ConnectionOf(FoundCapacityWindowView, 'FoundCapacityWindow');

export function toWindowView(window: CapacityWindow, viewer: Viewer): CapacityWindowView {
  const { id, startsOn, endsOn, dayMinutes, setupMinutes, minimumMinutes, fenPerHour, currency } = window;
  const { withOperators, materialBy, noticeDays, latePercent, note, state, publishedAt, endedAt } = window;
  const { enterpriseId, lineId } = window;
  return {
    ...{ id, startsOn, endsOn, dayMinutes, setupMinutes, minimumMinutes, fenPerHour, currency },
    ...{ withOperators, materialBy, noticeDays, latePercent, note, state, publishedAt, endedAt },
    ...{ enterpriseId, lineId, actions: windowActions(window, viewer) },
  };
}

function windowActions(window: CapacityWindow, viewer: Viewer): WindowAction[] {
  if (viewer.kind !== 'enterprise' || !mayWriteCapacity(viewer)) return [];
  const action = viewer.enterpriseId === window.enterpriseId ? 'withdraw' : 'hold';
  return unrefused([[action, refuseTransition(windowTransitions, window.state, 'closed')]]);
}

export function toDayView({ day, offeredMinutes, bookedMinutes }: CapacityDayRow): CapacityDayView {
  return { day, offeredMinutes, bookedMinutes, freeMinutes: offeredMinutes - bookedMinutes };
}
