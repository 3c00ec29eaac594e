import { platformMessages, type Refusal } from '../../platform/errors/index.js';
import { labourMessages } from '../labour.messages.js';

export type WorkSort = 'nearest' | 'highest_wage' | 'newest';

interface Asked {
  readonly near?: object | null;
  readonly wageUnit?: string | null;
  readonly minWageFen?: number | null;
  readonly sort?: WorkSort | null;
}

export function sortOf({ sort, near }: Asked): WorkSort {
  return sort ?? (near ? 'nearest' : 'newest');
}

export function refuseNearestToNowhere({ near, sort }: Asked): Refusal | undefined {
  if (near || sort !== 'nearest') return undefined;
  return { code: 'VALIDATION_FAILED', message: labourMessages.nearNeeded, field: 'near' };
}

/** Two wages compare only in the same unit. */
export function refuseWageWithoutUnit({ wageUnit, minWageFen, sort }: Asked): Refusal | undefined {
  const compares = sort === 'highest_wage' || (minWageFen !== undefined && minWageFen !== null);
  if (wageUnit || !compares) return undefined;
  return { code: 'VALIDATION_FAILED', message: labourMessages.wageUnitNeeded, field: 'wageUnit' };
}

/** Where a page ends: the value that the list is ordered by, and the need's id where several have the same. */
export interface WorkPlace {
  /** 1 where only a mistake in what was typed explains the find: all of those come last. */
  readonly guess: number;
  readonly value: number;
  readonly needId: string;
}

/** The place of an item in a list of that order, as its cursor keeps it. */
export function placeText(sort: WorkSort, { guess, value, needId }: WorkPlace): string {
  return `${sort}:${guess}:${value}:${needId}`;
}

const place = /^(nearest|highest_wage|newest):([01]):(\d{1,10}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads `placeText`; undefined for what is no place, or one in a list of another order. */
export function placeOf(sort: WorkSort, text: string): WorkPlace | undefined {
  const [, of, guess, value, needId] = place.exec(text) ?? [];
  return of === sort && needId !== undefined ? { guess: Number(guess), value: Number(value), needId } : undefined;
}

export const badPlace: Refusal = {
  code: 'VALIDATION_FAILED',
  message: platformMessages.invalidValue,
  params: { field: 'after' },
  field: 'after',
};

/** Degrees from west to east and from south to north. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const metresPerDegree = 111_195;
/** Half of what coordinates are rounded to, and a little. */
const roundingDegrees = 0.0051;

/** A box around every site within `radiusM`; undefined where it would reach over a pole or the 180th meridian. */
export function boxAround(
  near: { readonly latitude: number; readonly longitude: number },
  radiusM: number,
): Box | undefined {
  const height = radiusM / metresPerDegree + roundingDegrees;
  const north = near.latitude + height;
  const south = near.latitude - height;
  const cosine = Math.cos((Math.max(Math.abs(north), Math.abs(south)) * Math.PI) / 180);
  const width = height / cosine;
  const box = { south, north, west: near.longitude - width, east: near.longitude + width };
  const isPlain = north < 89 && south > -89 && box.west > -180 && box.east < 180;
  return isPlain ? box : undefined;
}
