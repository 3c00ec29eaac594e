import type { BaseUnit, MaterialGrade, MaterialTerms, PublishMaterialLotInput } from './lots.graphql.ts';
import { inDays } from '../../api/local-day';
import type { ChosenPlace } from '../../ui/map/place-field';
import { fenOf } from '../settlements/settlement.rules';

/** The best first. */
export const grades: readonly MaterialGrade[] = ['A', 'B', 'C', 'RECLAIMED'];
export const terms: readonly MaterialTerms[] = ['SALE', 'LOAN'];

export interface UnitOf {
  readonly unit: string;
  readonly factor: string;
}

/** A quantity as it is filled in, in one of the units of its kind. */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
}

/** A share of a whole for a bar, 0 to 1; nothing of nothing is nothing. */
export function shareOf(part: string | number, whole: string | number): number {
  const all = Number(whole);
  return all > 0 ? Math.min(1, Math.max(0, Number(part) / all)) : 0;
}

interface Priced {
  readonly fenPerUnit: number | null;
  /** Base units in the unit that is priced. */
  readonly priceFactor: string | null;
}

/** About what a quantity costs, fen: to look at before; the API counts exactly. Null where nothing is paid. */
export function aboutFen(
  quantity: Quantity,
  units: readonly UnitOf[],
  { fenPerUnit, priceFactor }: Priced,
): number | null {
  const factor = units.find(({ unit }) => unit === quantity.unit)?.factor;
  const base = Number(quantity.value) * Number(factor);
  if (fenPerUnit === null || priceFactor === null || !(base > 0)) return null;
  return Math.round((base * fenPerUnit) / Number(priceFactor));
}

export interface LotDraft {
  readonly kindId: string;
  readonly value: string;
  readonly unit: string;
  readonly grade: MaterialGrade;
  readonly terms: MaterialTerms;
  readonly price: string;
  readonly loanDays: string;
  readonly availableUntil: string;
  readonly minimumTake: string;
  readonly tolerance: string;
  readonly siteName: string;
  readonly place: ChosenPlace | null;
  readonly description: string;
}

export const blankLot: LotDraft = {
  ...{ kindId: '', value: '', unit: '', grade: 'A', terms: 'SALE', price: '', loanDays: '30' },
  ...{ availableUntil: inDays(30), minimumTake: '', tolerance: '2', siteName: '', place: null, description: '' },
};

/** What the API is sent; nothing while the kind or the place is not chosen. */
export function lotInput(draft: LotDraft, idempotencyKey: string): PublishMaterialLotInput | undefined {
  const { kindId, value, unit, grade, place, availableUntil, siteName, description } = draft;
  if (!kindId || !place) return undefined;
  const sale = { fenPerUnit: fenOf(draft.price), priceUnit: unit };
  return {
    ...{ idempotencyKey, kindId, grade, terms: draft.terms, availableUntil, siteName, description },
    ...{ regionId: place.regionId, latitude: place.latitude, longitude: place.longitude },
    quantity: { value, unit },
    ...(draft.terms === 'SALE' ? sale : { loanDays: Number(draft.loanDays) }),
    ...(draft.minimumTake !== '' && { minimumTake: { value: draft.minimumTake, unit } }),
    tolerancePercent: Number(draft.tolerance),
  };
}

/** A lot that is offered again with changes begins with what it was. */
export function draftOf(lot: {
  readonly kind: { readonly id: string; readonly units: readonly UnitOf[] };
  readonly available: string;
  readonly grade: MaterialGrade;
  readonly terms: MaterialTerms;
  readonly fenPerUnit: number | null;
  readonly priceUnit: string | null;
  readonly loanDays: number | null;
  readonly availableUntil: string;
  readonly tolerancePercent: number;
  readonly siteName: string;
  readonly description: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly region: { readonly id: string; readonly name: string };
}): LotDraft {
  const unit = lot.priceUnit ?? lot.kind.units[0]?.unit ?? '';
  const factor = Number(lot.kind.units.find((known) => known.unit === unit)?.factor ?? 1);
  const { latitude, longitude, region } = lot;
  return {
    ...{ kindId: lot.kind.id, unit, grade: lot.grade, terms: lot.terms, siteName: lot.siteName },
    ...{ availableUntil: lot.availableUntil, description: lot.description, minimumTake: '' },
    value: String(Number((Number(lot.available) / factor).toFixed(3))),
    price: lot.fenPerUnit === null ? '' : String(lot.fenPerUnit / 100),
    loanDays: String(lot.loanDays ?? 30),
    tolerance: String(lot.tolerancePercent),
    place: { latitude, longitude, regionId: region.id, regionName: region.name },
  };
}

export type { BaseUnit };
