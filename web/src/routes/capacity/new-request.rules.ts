import { inDays } from '../../api/local-day';
import type { ChosenPlace } from '../../ui/map/place-field';
import { fenOf } from '../settlements/settlement.rules';
import { minutesOf } from './capacity.rules';
import type { OperatorNeed, PublishCapacityRequestInput } from './requests.graphql.ts';

export const operatorNeeds: readonly OperatorNeed[] = ['EITHER', 'YES', 'NO'];
export const mostSteps = 20;

export interface StepDraft {
  readonly processId: string;
  readonly hours: string;
  readonly needsOperators: OperatorNeed;
  readonly transportDays: string;
}

export const blankStep: StepDraft = { processId: '', hours: '', needsOperators: 'EITHER', transportDays: '' };

export interface RequestDraft {
  readonly reference: string;
  readonly steps: readonly StepDraft[];
  readonly earliestStart: string;
  readonly dueDate: string;
  readonly price: string;
  readonly km: string;
  readonly allOrNothing: boolean;
  readonly splitAllowed: boolean;
  readonly place: ChosenPlace | null;
  readonly note: string;
}

export const blankRequest: RequestDraft = {
  ...{ reference: '', steps: [blankStep], earliestStart: inDays(1), dueDate: inDays(14), price: '', km: '' },
  ...{ allOrNothing: true, splitAllowed: true, place: null, note: '' },
};

/** What the API is sent; nothing while a process or the place is not chosen. */
export function requestInput(draft: RequestDraft, idempotencyKey: string): PublishCapacityRequestInput | undefined {
  const { place, steps, reference, earliestStart, dueDate, price, km, allOrNothing, splitAllowed, note } = draft;
  if (!place || steps.some(({ processId }) => processId === '')) return undefined;
  return {
    ...{ idempotencyKey, reference, earliestStart, dueDate, allOrNothing, splitAllowed, note },
    ...{ regionId: place.regionId, latitude: place.latitude, longitude: place.longitude },
    ...(price !== '' && { maxFenPerHour: fenOf(price) }),
    ...(km !== '' && { maxDistanceM: Math.round(1000 * Number(km)) }),
    steps: steps.map(({ processId, hours, needsOperators, transportDays }) => ({
      ...{ processId, minutes: minutesOf(hours), needsOperators },
      ...(transportDays !== '' && { transportDays: Number(transportDays) }),
    })),
  };
}
