import { inDays } from '../../api/local-day';
import type { ChosenPlace } from '../../ui/map/place-field';
import type { ChosenOccupation } from '../../ui/occupation/occupation-field';
import type { PublishSurplusInput, SurplusReason, WageUnit } from './lender.graphql.ts';

export interface LineDraft {
  readonly id: string;
  readonly occupation: ChosenOccupation | null;
  readonly level: string;
  readonly headcount: string;
  readonly wage: string;
  readonly wageUnit: WageUnit;
  /** Kilometres. */
  readonly radius: string;
  /** Kilometres; empty: not away from home. */
  readonly relocation: string;
}

export interface SurplusDraft {
  readonly reason: SurplusReason;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: ChosenPlace | null;
  readonly lines: readonly LineDraft[];
}

/** So many lines the API takes at once. */
export const maxLines = 50;

export function blankLine(id: string): LineDraft {
  return { id, occupation: null, level: '1', headcount: '5', wage: '', wageUnit: 'HOUR', radius: '20', relocation: '' };
}

/** What a new listing begins with. */
export const blankSurplus: SurplusDraft = {
  reason: 'SEASON',
  startsOn: inDays(0),
  endsOn: inDays(90),
  place: null,
  lines: [blankLine('first')],
};

const metres = (km: string): number => Math.round(1000 * Number(km));

/** What is published of a draft; undefined while something that must be there is missing. */
export function surplusInput(draft: SurplusDraft, idempotencyKey: string): PublishSurplusInput | undefined {
  const { reason, startsOn, endsOn, place, lines } = draft;
  if (!place || lines.length === 0) return undefined;
  const { regionId, latitude, longitude } = place;
  const complete = lines.flatMap(({ occupation, level, headcount, wage, wageUnit, radius, relocation }) => {
    if (!occupation || !(Number(headcount) >= 1) || wage === '' || radius === '') return [];
    return {
      ...{ occupationId: occupation.id, level: Number(level), headcount: Number(headcount) },
      ...{ wageFloorFen: Math.round(100 * Number(wage)), wageUnit, currency: 'CNY', regionId, latitude, longitude },
      ...{ radiusM: metres(radius), relocationRadiusM: relocation === '' ? null : metres(relocation) },
    };
  });
  return complete.length === lines.length ? { idempotencyKey, reason, startsOn, endsOn, lines: complete } : undefined;
}
