import type { LocalDate } from '../../platform/clock/clock.js';
import type { Refusal } from '../../platform/errors/index.js';
import type { Period } from '../needs/need.rules.js';
import { availabilityMessages } from './availability.messages.js';

const yearsAhead = 2;

/** What a worker asks for. Wage in the hundredth part of the currency, radii in metres. */
export interface Conditions extends Period {
  readonly wageFloorFen: number;
  readonly wageUnit: string;
  readonly currency: string;
  readonly radiusM: number;
  readonly relocationRadiusM: number | null;
}

/** What is over when it is published helps nobody. */
export function refusePastEnd({ endsOn }: Period, today: LocalDate): Refusal | undefined {
  if (endsOn >= today) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: availabilityMessages.endsInPast,
    params: { today },
    field: 'input.endsOn',
  };
}

/** Nobody can promise more than two years ahead. */
export function refuseFarEnd({ endsOn }: Period, today: LocalDate): Refusal | undefined {
  const latest = `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4)}`;
  if (endsOn <= latest) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: availabilityMessages.endsTooFar,
    params: { latest },
    field: 'input.endsOn',
  };
}

/** A worker with an employer is offered by that employer, on the listing's conditions. */
export function refuseEmployed(worker: { readonly homeEnterpriseId: string | null }): Refusal | undefined {
  return worker.homeEnterpriseId === null
    ? undefined
    : { code: 'RULE_VIOLATED', message: availabilityMessages.setByEmployer };
}

/** Whether publishing `b` where `a` stands would change nothing. */
export function isSame(a: Conditions, b: Conditions): boolean {
  return (
    a.startsOn === b.startsOn &&
    a.endsOn === b.endsOn &&
    a.wageFloorFen === b.wageFloorFen &&
    a.wageUnit === b.wageUnit &&
    a.currency === b.currency &&
    a.radiusM === b.radiusM &&
    a.relocationRadiusM === b.relocationRadiusM
  );
}
