import { inDays } from '../../api/local-day';
import type { ChosenPlace } from '../../ui/map/place-field';
import type { ChosenOccupation } from '../../ui/occupation/occupation-field';
import type { Hazard } from '../../ui/hazards-field';
import type { PublishNeedInput, Shift, WageUnit } from './host.graphql.ts';

export interface NeedDraft {
  readonly occupation: ChosenOccupation | null;
  readonly place: ChosenPlace | null;
  readonly headcount: string;
  readonly level: string;
  readonly wage: string;
  readonly wageUnit: WageUnit;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly shift: Shift;
  readonly lodging: boolean;
  readonly hazards: readonly Hazard[];
  readonly address: string;
  readonly description: string;
}

/** What a new need begins with. */
export const blankNeed: NeedDraft = {
  occupation: null,
  place: null,
  headcount: '10',
  level: '1',
  wage: '',
  wageUnit: 'HOUR',
  startsOn: inDays(3),
  endsOn: inDays(33),
  shift: 'DAY',
  lodging: false,
  hazards: [],
  address: '',
  description: '',
};

/** What is published of a draft; undefined while something that must be there is missing. */
export function needInput(draft: NeedDraft, idempotencyKey: string): PublishNeedInput | undefined {
  const { occupation, place, lodging, shift, wageUnit, startsOn, endsOn, address, description } = draft;
  const headcount = Number(draft.headcount);
  const wageFen = Math.round(100 * Number(draft.wage));
  if (!occupation || !place || !(headcount >= 1) || !(wageFen >= 1)) return undefined;
  const { latitude, longitude, regionId } = place;
  return {
    idempotencyKey,
    occupationId: occupation.id,
    minLevel: Number(draft.level),
    headcount,
    hazards: [...draft.hazards],
    ...{ wageFen, wageUnit, startsOn, endsOn, shift, lodging, regionId, latitude, longitude, address, description },
    // What the form does not ask has the API's defaults.
    acceptsSubstitutes: true,
    certificateCodes: [],
    currency: 'CNY',
    minOverlapPercent: 100,
    priority: 1,
    reference: '',
  };
}
