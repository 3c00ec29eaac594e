/** What matching knows of supply and demand: facts that may decide, nothing personal. Days are whole numbers since 1970-01-01. */
export interface Supply {
  /** Workers who are alike in everything below; any of them can take the place of any other. */
  readonly workerIds: readonly string[];
  readonly lenderId: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly wageFloorFen: number;
  readonly wageUnit: string;
  readonly currency: string;
  readonly radiusM: number;
  /** Reach where the host lodges; null: does not relocate. */
  readonly relocationRadiusM: number | null;
  readonly rating: number | null;
  readonly waitingSinceDay: number;
  readonly skills: readonly { readonly occupationId: string; readonly level: number }[];
  readonly certificates: readonly { readonly code: string; readonly lastDay: number }[];
  /** Days already booked, both ends included. */
  readonly booked: readonly { readonly firstDay: number; readonly lastDay: number }[];
  /** Hosts that it blocked or that blocked it; absent for all but a few. */
  readonly blockedHosts?: readonly string[];
  /** Needs whose work is barred to it; absent for all but a few. */
  readonly barredNeeds?: readonly string[];
  /** Open needs that it applied for; absent for all but a few. */
  readonly appliedNeeds?: readonly string[];
  /** Where a bus brings it besides: sites within so many metres of a stop. Only what-ifs know of any. */
  readonly shuttles?: readonly { readonly latitude: number; readonly longitude: number; readonly radiusM: number }[];
}

/** What a worker's supply is, apart from whose it is. */
export type SupplyFacts = Omit<Supply, 'workerIds'>;

export interface Demand {
  readonly needId: string;
  readonly hostId: string;
  readonly occupationId: string;
  readonly minLevel: number;
  readonly acceptsSubstitutes: boolean;
  readonly certificateCodes: readonly string[];
  readonly priority: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly minOverlapPercent: number;
  readonly wageFen: number;
  readonly wageUnit: string;
  readonly currency: string;
  readonly lodging: boolean;
  readonly seatsOpen: number;
}

/** occupation → the occupations whose workers may do it, with the penalty per hundred. */
export type Substitutes = ReadonlyMap<string, readonly { readonly occupationId: string; readonly penalty: number }[]>;

/** Days a supply has for a demand, at least one where `lastDay >= firstDay`. */
export function commonDays(supply: Supply, demand: Demand): number {
  return Math.min(supply.lastDay, demand.lastDay) - Math.max(supply.firstDay, demand.firstDay) + 1;
}
