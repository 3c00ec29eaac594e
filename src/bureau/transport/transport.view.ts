import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { FenScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { clockOf } from './timetable.rules.js';
import type {
  TransportDirection,
  TransportOutcome,
  TransportPlan,
  TransportPlanState,
  TransportSeat,
  TransportSeatState,
  TransportStop,
  TransportTrip,
} from './transport.entity.js';
import { TransportDirectionEnum } from './transport.input.js';
import { transportTransitions } from './transport.states.js';
import type { Vehicle } from './bus-plan.js';

export const TransportPlanStateEnum = {
  QUEUED: 'queued',
  RUNNING: 'running',
  PLANNED: 'planned',
  FAILED: 'failed',
  PUBLISHED: 'published',
  CANCELLED: 'cancelled',
} as const satisfies Record<string, TransportPlanState>;
registerEnumType(TransportPlanStateEnum, {
  name: 'TransportPlanState',
  description: 'Where a plan of buses stands.',
  valuesMap: {
    QUEUED: { description: 'Waits for its job.' },
    RUNNING: { description: 'Is being made.' },
    PLANNED: { description: 'Is made; nobody has been asked yet.' },
    FAILED: { description: 'Could not be made; operators see why.' },
    PUBLISHED: { description: 'Everybody who rides has been asked.' },
    CANCELLED: { description: 'Is called off.' },
  },
});

export const TransportSeatStateEnum = {
  FORESEEN: 'foreseen',
  ASKED: 'asked',
  TAKEN: 'taken',
  DECLINED: 'declined',
  VOID: 'void',
} as const satisfies Record<string, TransportSeatState>;
registerEnumType(TransportSeatStateEnum, {
  name: 'TransportSeatState',
  description: 'Whether a seat is taken.',
  valuesMap: {
    FORESEEN: { description: 'Nobody has been asked yet.' },
    ASKED: { description: 'Waits for an answer.' },
    TAKEN: { description: 'Rides.' },
    DECLINED: { description: 'Does not ride.' },
    VOID: { description: 'The plan is called off.' },
  },
});

export type TransportAction = 'publish' | 'cancel';
export const TransportActionEnum = { PUBLISH: 'publish', CANCEL: 'cancel' } as const satisfies Record<
  string,
  TransportAction
>;
registerEnumType(TransportActionEnum, {
  name: 'TransportAction',
  description: 'What you may do with a plan of buses.',
  valuesMap: {
    PUBLISH: { description: 'Ask everybody who rides.' },
    CANCEL: { description: 'Call it off.' },
  },
});

@ObjectType('TransportGroup', { description: 'People of one origin and destination who travel on one day.' })
export class TransportGroupView {
  @Field(() => LocalDateScalar, { description: 'On which day.' }) day: string;
  @Field(() => ID, { description: 'The county where they live.' }) originId: string;
  @Field(() => ID, { description: 'The county where they work.' }) destinationId: string;
  @Field(() => Int, { description: 'How many they are.' }) heads: number;
  @Field(() => Int, { description: 'How many of them have been asked to a bus, and have not declined.' })
  seated: number;
  @Field(() => Float, { description: 'From the middle of their homes to that of their work, on the road, in km.' })
  km: number;
}

@ObjectType('TransportVehicle', { description: 'A kind of vehicle that can be had.' })
export class TransportVehicleView {
  @Field({ description: 'What it is called.' }) name: string;
  @Field(() => Int, { description: 'How many people it seats.' }) seats: number;
  @Field(() => Int, { description: 'How many of them there are.' }) count: number;
  @Field(() => FenScalar, { description: 'What it costs whatever it drives.' }) fixedFen: number;
  @Field(() => FenScalar, { description: 'What each kilometre costs.' }) fenPerKm: number;
}

@ObjectType('TransportOutcome', { description: 'What a plan of buses came to.' })
export class TransportOutcomeView {
  @Field(() => Int, { description: 'Who travel and had no seat yet.' }) heads: number;
  @Field(() => Int, { description: 'Who have a seat.' }) seated: number;
  @Field(() => Int, { description: 'For whom there is no vehicle.' }) left: number;
  @Field(() => FenScalar, { description: 'What all buses cost.' }) costFen: number;
  @Field(() => FenScalar, { description: 'What it would cost if nobody shared a bus with another stop or site.' })
  aloneFen: number;
  @Field(() => FenScalar, { description: 'No choice among the ways looked at costs less; 0 where nothing is known.' })
  boundFen: number;
  @Field(() => Int, { description: 'How many ways, with a vehicle and a load, were looked at.' }) routes: number;
  @Field(() => Float, { description: 'What all buses drive, in km on the road.' }) km: number;
}

@ObjectType('TransportStop', { description: 'Where a bus stops.' })
export class TransportStopView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'Whether people live here; else they work here.' }) isHome: boolean;
  @Field({ description: 'Its name.' }) name: string;
  @Field(() => Float, { description: 'Degrees north. A point near homes lies on a grid of a hundredth degree.' })
  latitude: number;
  @Field(() => Float, { description: 'Degrees east.' }) longitude: number;
  @Field({ description: 'When the bus is there, e.g. 07:35.' }) at: string;
  @Field(() => Int, { description: 'By how many days that is off the plan’s day.' }) dayOffset: number;
}

@ObjectType('TransportTrip', { description: 'One bus of a plan.' })
export class TransportTripView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => Int, { description: 'Its number in the plan.' }) nth: number;
  @Field({ description: 'The kind of vehicle.' }) vehicle: string;
  @Field(() => Int, { description: 'How many it seats.' }) seats: number;
  @Field(() => FenScalar, { description: 'What it costs.' }) costFen: number;
  @Field(() => Float, { description: 'What it drives, in km on the road.' }) km: number;
}

@ObjectType('TransportSeatCount', { description: 'Seats of a bus by state, without who sits on them.' })
export class TransportSeatCountView {
  @Field(() => TransportSeatStateEnum, { description: 'The state.' }) state: TransportSeatState;
  @Field(() => Int, { description: 'How many.' }) count: number;
}

@ObjectType('TransportPlan', { description: 'Buses for people of one origin who begin, or go home, on one day.' })
export class TransportPlanView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => LocalDateScalar, { description: 'On which day.' }) day: string;
  @Field(() => TransportDirectionEnum, { description: 'Which way.' }) direction: TransportDirection;
  @Field(() => ID, { description: 'The region where they live.' }) originId: string;
  @Field(() => ID, { description: 'The region where they work.' }) destinationId: string;
  @Field({ description: 'To work, when the last stop is to be reached; home, when the first is left: 08:00.' })
  at: string;
  @Field(() => Int, { description: 'How far people may have to the stop, in metres.' }) walkM: number;
  @Field(() => Int, { description: 'How fast buses drive on the whole.' }) kmPerHour: number;
  @Field(() => [TransportVehicleView], { description: 'Kinds of vehicles.' }) vehicles: readonly Vehicle[];
  @Field(() => TransportPlanStateEnum, { description: 'Where it stands.' }) state: TransportPlanState;
  @Field(() => Date, { description: 'When it was asked for.' }) requestedAt: Date;
  @Field(() => TransportOutcomeView, { nullable: true, description: 'What it came to; null until it is made.' })
  outcome: TransportOutcome | null;
  @Field(() => [TransportActionEnum], { description: 'What you may do with it now.' }) actions: TransportAction[];
}

@ObjectType('TransportSeat', { description: 'A seat that you are asked to.' })
export class TransportSeatView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => TransportDirectionEnum, { description: 'Which way.' }) direction: TransportDirection;
  @Field(() => TransportSeatStateEnum, { description: 'Whether you ride.' }) state: TransportSeatState;

  /** For extension fields only; not part of the API. */
  tripId: string;
  boardsAt: string;
  leavesAt: string;
}

export const TransportPlanConnection = ConnectionOf(TransportPlanView, 'TransportPlan');
export const TransportSeatConnection = ConnectionOf(TransportSeatView, 'TransportSeat');

export function toTransportPlanView(plan: TransportPlan): TransportPlanView {
  const { bureauId: _bureau, accountId: _account, minute, finishedAt: _at, ...facts } = plan;
  const next = transportTransitions[plan.state];
  const actions: TransportAction[] = [
    ...(next.includes('published') && (plan.outcome?.seated ?? 0) > 0 ? (['publish'] as const) : []),
    ...(next.includes('cancelled') ? (['cancel'] as const) : []),
  ];
  return { ...facts, at: clockOf(minute).at, actions };
}

export const toTransportTripView = ({ planId: _plan, ...trip }: TransportTrip): TransportTripView => trip;

export const toTransportStopView = ({
  id,
  kind,
  name,
  latitude,
  longitude,
  minute,
}: TransportStop): TransportStopView => ({
  ...{ id, isHome: kind === 'home', name, latitude, longitude },
  ...clockOf(minute),
});

export const toTransportSeatView = (seat: TransportSeat): TransportSeatView => {
  const { id, direction, state, tripId, boardsAt, leavesAt } = seat;
  return { id, direction, state, tripId, boardsAt, leavesAt };
};
