import type { Refusal } from '../../platform/errors/index.js';
import { refuseWageWithoutUnit } from '../open-work/open-work.rules.js';
import type { WageUnit } from '../wage.js';
import { savedSearchMessages } from './saved-search.messages.js';

export const mostSearches = 10;
/** At most one alert per search in this time; what is found meanwhile is counted into the next. */
export const quietMs = 3_600_000;

/** What of open work is searched for; what is left out holds. Kept as JSON, read by SQL. */
export interface WorkFilters {
  readonly near?: { readonly latitude: number; readonly longitude: number; readonly radiusM?: number };
  readonly regionId?: string;
  readonly occupationId?: string;
  /** As it was typed. */
  readonly text?: string;
  readonly minWageFen?: number;
  readonly wageUnit?: WageUnit;
  readonly currency?: string;
  readonly lodging?: boolean;
}

type Given<T> = { readonly [K in keyof T]?: T[K] | null };

/** The filters without what says nothing; a currency says something only beside a unit. */
export function filtersOf(
  given: Omit<Given<WorkFilters>, 'near'> & { readonly near?: Given<Place> | null },
): WorkFilters {
  const { near, currency, wageUnit, text, ...rest } = given;
  const { latitude, longitude, radiusM } = near ?? {};
  return {
    ...withoutNothing(rest),
    ...(text && { text }),
    ...(wageUnit && { wageUnit, currency: currency ?? 'CNY' }),
    ...(isNumber(latitude) &&
      isNumber(longitude) && { near: { latitude, longitude, ...(isNumber(radiusM) && { radiusM }) } }),
  };
}

type Place = NonNullable<WorkFilters['near']>;

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number';
}

function withoutNothing<T extends object>(given: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const some = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(some) as { [K in keyof T]?: NonNullable<T[K]> };
}

export function refuseFilters(filters: WorkFilters): Refusal | undefined {
  const refusal = refuseWageWithoutUnit(filters);
  return refusal && { ...refusal, field: 'input.filters.wageUnit' };
}

export function refuseOneMore(kept: number): Refusal | undefined {
  if (kept < mostSearches) return undefined;
  return { code: 'CONFLICT', message: savedSearchMessages.tooMany, params: { most: mostSearches } };
}
