import type { OpenWorkQuery, OpenWorkQueryVariables, OpenWorkSort, WageUnit } from './work.graphql.ts';

export type Work = OpenWorkQuery['openWork']['edges'][number]['node'];

export const wageUnits: readonly WageUnit[] = ['HOUR', 'DAY', 'MONTH', 'PIECE'];
export const sorts: readonly OpenWorkSort[] = ['NEAREST', 'HIGHEST_WAGE', 'NEWEST'];
export const radiiKm = [5, 10, 20, 50] as const;
const defaultKm = 20;

/** Where a job is on the map: sites within the same kilometre are one place. */
export function placeOf({ latitude, longitude }: Pick<Work, 'latitude' | 'longitude'>): string {
  return `${latitude},${longitude}`;
}

/** The places of jobs, each once with all that is there. */
export function placesOf<T extends Pick<Work, 'latitude' | 'longitude'>>(work: readonly T[]) {
  return [...new Set(work.map(placeOf))].map((place) => {
    const all = work.filter((one) => placeOf(one) === place);
    return { place, all, latitude: all[0]?.latitude ?? 0, longitude: all[0]?.longitude ?? 0 };
  });
}

/** What is searched for, as the address of the page holds it. */
export interface WorkSearch {
  readonly text: string;
  readonly wage: string;
  readonly wageUnit: WageUnit;
  readonly lodging: boolean;
  readonly sort: OpenWorkSort | null;
  readonly at: { readonly latitude: number; readonly longitude: number } | null;
  readonly km: number;
}

/** Reads an address; what it holds beyond sense is left out. */
export function searchOf(params: URLSearchParams): WorkSearch {
  const [latitude, longitude] = (params.get('at') ?? '').split(',').map(Number);
  const hasPlace =
    latitude !== undefined && longitude !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return {
    text: params.get('text') ?? '',
    wage: Number(params.get('wage')) > 0 ? (params.get('wage') ?? '') : '',
    wageUnit: wageUnits.find((unit) => unit === params.get('unit')) ?? 'HOUR',
    lodging: params.get('lodging') === 'yes',
    sort: sorts.find((sort) => sort === params.get('sort')) ?? null,
    at: hasPlace ? { latitude, longitude } : null,
    km: radiiKm.find((km) => String(km) === params.get('km')) ?? defaultKm,
  };
}

/** What the API is asked. A wage, or the order by it, needs a unit; nearness needs a place. */
export function variablesOf({
  text,
  wage,
  wageUnit,
  lodging,
  sort,
  at,
  km,
}: WorkSearch): Omit<OpenWorkQueryVariables, 'isMember'> {
  const needsUnit = wage !== '' || sort === 'HIGHEST_WAGE';
  const order = sort === 'NEAREST' && !at ? null : sort;
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(wage !== '' && { minWageFen: Math.round(100 * Number(wage)) }),
    ...(needsUnit && { wageUnit }),
    ...(lodging && { lodging }),
    ...(order && { sort: order }),
    ...(at && { near: { ...at, radiusM: 1000 * km } }),
  };
}
