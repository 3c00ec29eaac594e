import { inDays } from '../../api/local-day';
import type { ChosenPlace } from '../../ui/map/place-field';
import { fenOf } from '../settlements/settlement.rules';
import type { MaterialGrade } from './lots.graphql.ts';
import type { PublishMaterialRequestInput, RequestFactsFragment } from './requests.graphql.ts';

/** What may be asked for at most: the wanted kind and what would do instead. */
export const mostKinds = 10;

/** What of a request is there, on its way to be, and still lacking, in base units. */
export function fillOf({
  quantity,
  reserved,
  delivered,
}: Pick<RequestFactsFragment, 'quantity' | 'reserved' | 'delivered'>): {
  readonly delivered: number;
  readonly reserved: number;
  readonly lacking: number;
} {
  const [all, held, came] = [Number(quantity), Number(reserved), Number(delivered)];
  // Differences of decimals are not exact in binary; three decimals are what is counted.
  return { delivered: came, reserved: held, lacking: Math.max(0, Number((all - held - came).toFixed(3))) };
}

export interface RequestDraft {
  readonly kindIds: readonly string[];
  readonly value: string;
  readonly unit: string;
  readonly minimumGrade: MaterialGrade;
  readonly acceptsSale: boolean;
  readonly acceptsLoan: boolean;
  readonly neededBy: string;
  readonly ceiling: string;
  readonly isUrgent: boolean;
  readonly splitAllowed: boolean;
  readonly siteName: string;
  readonly place: ChosenPlace | null;
  readonly description: string;
}

export const blankRequest: RequestDraft = {
  ...{ kindIds: [''], value: '', unit: '', minimumGrade: 'B', acceptsSale: true, acceptsLoan: false },
  ...{ neededBy: inDays(14), ceiling: '', isUrgent: false, splitAllowed: true, siteName: '', place: null },
  description: '',
};

/** What the API is sent; nothing while the kind or the place is not chosen. */
export function requestInput(draft: RequestDraft, idempotencyKey: string): PublishMaterialRequestInput | undefined {
  const { place, value, unit, minimumGrade, acceptsSale, acceptsLoan, neededBy, splitAllowed } = draft;
  const kindIds = [...new Set(draft.kindIds.filter((id) => id !== ''))];
  if (!place || kindIds.length === 0) return undefined;
  return {
    ...{ idempotencyKey, kindIds, quantity: { value, unit }, minimumGrade, acceptsSale, acceptsLoan, neededBy },
    ...{ regionId: place.regionId, latitude: place.latitude, longitude: place.longitude, siteName: draft.siteName },
    ...{ splitAllowed, priority: draft.isUrgent ? 'URGENT' : 'NORMAL', description: draft.description },
    ...(draft.ceiling !== '' && { ceilingFen: fenOf(draft.ceiling) }),
  };
}
