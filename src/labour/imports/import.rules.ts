import type { Refusal } from '../../platform/errors/index.js';
import type { RowOf } from '../../platform/spreadsheet/index.js';
import type { ImportedNeed } from '../needs/need-publication.service.js';
import {
  type Period,
  refuseBackwardPeriod,
  refuseDiscrimination,
  refuseLongPeriod,
  refusePastStart,
} from '../needs/need.rules.js';
import type { NewListing } from '../surplus/surplus-publication.service.js';
import { WageUnit } from '../wage.js';
import type { CodeBook, CodedRow } from './import-codes.service.js';
import type { needColumns, surplusColumns } from './import.columns.js';

type NeedRow = RowOf<typeof needColumns>;
type SurplusRow = RowOf<typeof surplusColumns>;

/** Where a row's enterprise is, for rows that do not say where the work is. */
export interface Home {
  readonly id: string;
  readonly regionId?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** What the rules have against a row. `today` undefined: the past is allowed. */
export function refuseNeedRow(row: NeedRow, today: string | undefined): Refusal[] {
  return found([...periodFaults(row, today), refuseDiscrimination(row.description ?? '')]);
}

export function refuseSurplusRow(row: SurplusRow, today: string | undefined): Refusal[] {
  return found(periodFaults(row, today));
}

function periodFaults(row: Period, today: string | undefined): (Refusal | undefined)[] {
  return [
    refuseBackwardPeriod(row) ?? refuseLongPeriod(row),
    today === undefined ? undefined : refusePastStart(row, today),
  ];
}

const found = (refusals: readonly (Refusal | undefined)[]): Refusal[] =>
  refusals.filter((refusal) => refusal !== undefined);

export function needOf(row: NeedRow, home: Home, book: CodeBook): ImportedNeed {
  return {
    ...{
      hostId: home.id,
      reference: row.reference ?? '',
      occupationId: book.occupationOf(row) ?? '',
      minLevel: row.level ?? 1,
    },
    ...{
      acceptsSubstitutes: row.substitutes ?? false,
      headcount: row.headcount,
      priority: row.priority ?? 1,
      ...placeOf(row, home, book),
    },
    ...{ address: row.address ?? '', startsOn: row.startsOn, endsOn: row.endsOn, shift: row.shift ?? 'day' },
    ...{ wageFen: row.wage, wageUnit: wageUnitOf(row.wageUnit), currency: row.currency ?? 'CNY' },
    ...{ lodging: row.lodging ?? false, description: row.description ?? '' },
  };
}

/** One listing per lender, reason and period. */
export function listingsOf(
  rows: readonly { readonly row: SurplusRow; readonly home: Home }[],
  book: CodeBook,
): NewListing[] {
  const listings = new Map<string, NewListing & { lines: NewListing['lines'][number][] }>();
  for (const { row, home } of rows) {
    const { startsOn, endsOn, reason } = row;
    const key = [home.id, reason, startsOn, endsOn].join(' ');
    const listing = listings.get(key) ?? { lenderId: home.id, reason: reason ?? 'season', startsOn, endsOn, lines: [] };
    listings.set(key, listing);
    listing.lines.push({
      ...{
        occupationId: book.occupationOf(row) ?? '',
        level: row.level ?? 1,
        headcount: row.headcount,
        reference: row.reference ?? '',
      },
      ...{
        wageFloorFen: row.wage,
        wageUnit: wageUnitOf(row.wageUnit),
        currency: row.currency ?? 'CNY',
        ...placeOf(row, home, book),
      },
      ...{
        radiusM: metres(row.radiusKm),
        relocationRadiusM: row.relocationRadiusKm ? metres(row.relocationRadiusKm) : null,
      },
    });
  }
  return [...listings.values()];
}

const wageUnitOf = (unit: string): WageUnit =>
  Object.values(WageUnit).find((one) => one.valueOf() === unit) ?? WageUnit.HOUR;

const metres = (km: string): number => Math.round(Number(km) * 1_000);

function placeOf(row: CodedRow, home: Home, book: CodeBook): { regionId: string; latitude: number; longitude: number } {
  return {
    regionId: book.regionOf(row) ?? home.regionId ?? '',
    latitude: row.latitude ? Number(row.latitude) : (home.latitude ?? 0),
    longitude: row.longitude ? Number(row.longitude) : (home.longitude ?? 0),
  };
}
