import type { SetMyAvailabilityInput, WageUnit } from './profile.graphql.ts';

/** When and on what conditions, as a form holds it: distances in km, the wage in yuan. */
export interface Conditions {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly radius: string;
  /** Empty: not away from home. */
  readonly relocation: string;
  readonly wage: string;
  readonly wageUnit: WageUnit;
}

interface Known {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly radiusM: number;
  readonly relocationRadiusM: number | null;
  readonly wageFloorFen: number;
  readonly wageUnit: WageUnit;
}

/** What the form begins with: what was said last, or sensible conditions from today on. */
export function conditionsOf(known: Known | undefined, today: string, inSixMonths: string): Conditions {
  if (!known)
    return { startsOn: today, endsOn: inSixMonths, radius: '15', relocation: '', wage: '20', wageUnit: 'HOUR' };
  return {
    startsOn: known.startsOn < today ? today : known.startsOn,
    endsOn: known.endsOn,
    radius: String(known.radiusM / 1000),
    relocation: known.relocationRadiusM === null ? '' : String(known.relocationRadiusM / 1000),
    wage: String(known.wageFloorFen / 100),
    wageUnit: known.wageUnit,
  };
}

export function availabilityInput(conditions: Conditions): SetMyAvailabilityInput {
  const { startsOn, endsOn, radius, relocation, wage, wageUnit } = conditions;
  return {
    ...{ startsOn, endsOn, wageUnit, currency: 'CNY' },
    radiusM: Math.round(1000 * Number(radius)),
    relocationRadiusM: relocation === '' ? null : Math.round(1000 * Number(relocation)),
    wageFloorFen: Math.round(100 * Number(wage)),
  };
}
