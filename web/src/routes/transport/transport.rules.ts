import { fenOf } from '../settlements/settlement.rules';
import type {
  OneTransportPlanQuery,
  PlannedBusesFragment,
  TransportDirection,
  TransportSeatState,
} from './transport.graphql.ts';

export type Plan = NonNullable<OneTransportPlanQuery['transportPlan']>;
export type Trip = Plan['trips'][number];

/** Groups of so many coming days are shown. */
export const daysAhead = 60;

/** A kind of vehicle as it is typed: money in yuan. */
export interface VehicleDraft {
  readonly name: string;
  readonly seats: string;
  readonly count: string;
  readonly fixed: string;
  readonly perKm: string;
}

export interface PlanDraft {
  readonly at: string;
  readonly walkKm: string;
  readonly kmPerHour: string;
  readonly vehicles: readonly VehicleDraft[];
}

/** Usual hire of coaches by the day; to be changed to what the bureau is offered. */
export function firstDraft(names: readonly [minibus: string, coach: string]): PlanDraft {
  return {
    ...{ at: '08:00', walkKm: '3', kmPerHour: '45' },
    vehicles: [
      { name: names[0], seats: '19', count: '10', fixed: '600', perKm: '3' },
      { name: names[1], seats: '45', count: '5', fixed: '1100', perKm: '5' },
    ],
  };
}

/** What the API takes; a field that is no number goes as 0, which it refuses by name. */
export function planInput(draft: PlanDraft): {
  minute: number;
  walkM: number;
  kmPerHour: number;
  vehicles: { name: string; seats: number; count: number; fixedFen: number; fenPerKm: number }[];
} {
  const whole = (text: string): number => Math.round(Number(text)) || 0;
  return {
    minute: minuteOf(draft.at),
    walkM: Math.round(Number(draft.walkKm) * 1_000) || 0,
    kmPerHour: whole(draft.kmPerHour),
    vehicles: draft.vehicles.map(({ name, seats, count, fixed, perKm }) => ({
      ...{ name, seats: whole(seats), count: whole(count), fixedFen: fenOf(fixed), fenPerKm: fenOf(perKm) },
    })),
  };
}

/** Minute of the day of a time such as 08:05. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes || 0;
}

/** Whether a job is still at work on it. */
export const isUnderWay = ({ state }: Pick<PlannedBusesFragment, 'state'>): boolean =>
  state === 'QUEUED' || state === 'RUNNING';

/** Share of the cost that sharing buses spares against one bus for each stop and site; 0 where nothing is spared. */
export const sparedShare = ({ costFen, aloneFen }: { readonly costFen: number; readonly aloneFen: number }): number =>
  aloneFen > costFen ? (aloneFen - costFen) / aloneFen : 0;

/** How many seats of a bus are in a state. */
export const seatsIn = (trip: Pick<Trip, 'seatsByState'>, ...states: readonly TransportSeatState[]): number =>
  trip.seatsByState.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);

/** From where to where a bus drives: names, in the order of driving. */
export function wayOf(
  { origin, destination }: Pick<PlannedBusesFragment, 'origin' | 'destination'>,
  direction: TransportDirection,
): { readonly from: string; readonly to: string } {
  const [home, work] = [origin?.name ?? '', destination?.name ?? ''];
  return direction === 'OUT' ? { from: home, to: work } : { from: work, to: home };
}
