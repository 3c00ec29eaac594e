import { inDays } from '../../api/local-day';
import type { ChosenPlace } from '../../ui/map/place-field';
import { fenOf } from '../settlements/settlement.rules';
import type { OpenPooledPurchaseInput, PoolFragment, PooledPurchaseState } from './pools.graphql.ts';

export type Pool = PoolFragment;

export const poolStates: readonly PooledPurchaseState[] = ['OPEN', 'COMMITTED', 'ARRIVED', 'DISSOLVED'];
export const poolTones = {
  OPEN: 'call',
  COMMITTED: 'good',
  ARRIVED: 'good',
  DISSOLVED: 'plain',
} as const satisfies Record<PooledPurchaseState, 'plain' | 'good' | 'call'>;

/** A place on the bar of a pool. */
export interface Mark {
  readonly quantity: string;
  /** 0 to 1, of the whole bar. */
  readonly at: number;
  /** Of a price; null for the threshold. */
  readonly fenPerUnit: number | null;
}

/** How a pool's bar is drawn: to a bit beyond what there is to reach, and to reach it. */
export function barOf({ tiers, threshold, progress }: Pick<Pool, 'tiers' | 'threshold' | 'progress'>): {
  readonly share: number;
  readonly marks: readonly Mark[];
} {
  const most =
    1.1 * Math.max(Number(threshold), Number(progress.total), ...tiers.map((tier) => Number(tier.fromQuantity)));
  const at = (quantity: string): number => (most > 0 ? Number(quantity) / most : 0);
  return {
    share: at(progress.total),
    marks: [
      { quantity: threshold, at: at(threshold), fenPerUnit: null },
      ...tiers.map(({ fromQuantity, fenPerUnit }) => ({ quantity: fromQuantity, at: at(fromQuantity), fenPerUnit })),
    ],
  };
}

/** What lacks to a total; nothing where it is reached. */
export function lackingTo(goal: string, total: string): number {
  return Math.max(0, Number((Number(goal) - Number(total)).toFixed(3)));
}

export interface TierDraft {
  readonly from: string;
  readonly price: string;
}

export const mostTiers = 10;

export interface PoolDraft {
  readonly kindId: string;
  readonly unit: string;
  readonly threshold: string;
  readonly tiers: readonly TierDraft[];
  readonly closesOn: string;
  readonly supplierName: string;
  readonly siteName: string;
  readonly place: ChosenPlace | null;
  readonly description: string;
}

export const blankPool: PoolDraft = {
  ...{ kindId: '', unit: '', threshold: '', tiers: [{ from: '', price: '' }], closesOn: inDays(14) },
  ...{ supplierName: '', siteName: '', place: null, description: '' },
};

/** What the API is sent; nothing while the kind or the place is not chosen. */
export function poolInput(draft: PoolDraft, idempotencyKey: string): OpenPooledPurchaseInput | undefined {
  const { kindId, unit, threshold, tiers, closesOn, supplierName, siteName, place, description } = draft;
  if (!kindId || !place) return undefined;
  return {
    ...{ idempotencyKey, kindId, unit, threshold, closesOn, supplierName, siteName, description },
    ...{ regionId: place.regionId, latitude: place.latitude, longitude: place.longitude },
    tiers: tiers.map(({ from, price }) => ({ fromQuantity: from, fenPerUnit: fenOf(price) })),
  };
}
