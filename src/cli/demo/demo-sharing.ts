import type { CapacityBookings, CapacityRequests, CapacityWindows, Workshops } from '../../capacity/index.js';
import type { MaterialLotLife, MaterialRequests, PoolOpening } from '../../materials/index.js';
import type { EnterpriseRow } from './demo-data.js';
import type { TradeEnterprises } from './demo-enterprises.js';
import type { TradeName } from './trades.js';

/** A verified enterprise: the so-manieth of its trade. Those that can log in are the first of theirs. */
export type By = readonly [trade: TradeName, place: number];

type InputOf<Work extends (viewer: never, input: never) => unknown> = Parameters<Work>[1];
type Keyless<Work extends (viewer: never, input: never) => unknown> = Omit<InputOf<Work>, 'idempotencyKey'>;

export type LotInput = InputOf<MaterialLotLife['publish']>;
export type MaterialRequestInput = InputOf<MaterialRequests['publish']>;

/** What an enterprise does, by its id. */
interface Done<Input> {
  readonly by: string;
  readonly input: Input;
}

export interface TransferPlan {
  /** Places in the lists of lots and requests. */
  readonly lot: number;
  readonly request: number | null;
  readonly receiver: string;
  readonly quantity: number;
  readonly until: 'reserved' | 'declined' | 'delivered' | 'disputed' | 'accepted' | 'returning' | 'returned';
}

export interface PoolPlan extends Done<Keyless<PoolOpening['open']>> {
  readonly members: readonly { readonly by: string; readonly quantity: string }[];
}

/** What is to happen with materials, in this order. */
export interface MaterialPlan {
  readonly lots: readonly Done<Keyless<MaterialLotLife['publish']>>[];
  readonly requests: readonly Done<Keyless<MaterialRequests['publish']>>[];
  readonly transfers: readonly TransferPlan[];
  readonly pools: readonly PoolPlan[];
}

export interface LinePlan {
  readonly input: Omit<Keyless<Workshops['addLine']>, 'workshopId'>;
  readonly terms: Omit<Keyless<CapacityWindows['publish']>, 'productionLineId'>;
}

export interface BookingPlan {
  /** Place of its line among those of all workshops. */
  readonly line: number;
  readonly customer: string;
  readonly step: readonly [request: number, step: number] | null;
  /** Minutes of the days that the window offers, counted from its first. */
  readonly days: readonly (readonly [place: number, minutes: number])[];
  readonly until: 'held' | 'declined' | 'confirmed' | 'fulfilled';
}

/** What is to happen with capacity, in this order. */
export interface CapacityPlan {
  readonly workshops: readonly (Done<Keyless<Workshops['add']>> & { readonly lines: readonly LinePlan[] })[];
  readonly requests: readonly Done<Keyless<CapacityRequests['publish']>>[];
  readonly bookings: readonly BookingPlan[];
}

export type HoldInput = InputOf<CapacityBookings['hold']>;

export function enterpriseOf({ verified }: TradeEnterprises, [trade, place]: By): EnterpriseRow {
  const enterprise = verified.get(trade)?.[place];
  if (!enterprise) throw new Error(`no verified enterprise ${place} of trade ${trade}`);
  return enterprise;
}

/** Where an enterprise keeps or wants goods. */
export function siteOf({ regionId, latitude, longitude }: EnterpriseRow, siteName: string) {
  return { regionId, latitude, longitude, siteName };
}
