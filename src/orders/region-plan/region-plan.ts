/** What an order needs and a region shares: people, material, machine time. */
export type Leg = 'labour' | 'material' | 'capacity';

/** Something limited that several orders may draw on: free heads, a lot, minutes of a window. */
export interface Supply {
  readonly id: string;
  readonly leg: Leg;
  /** What it is, for telling what is scarce: an occupation, a kind, a process. */
  readonly thing: string;
  /** Whole units: heads, grains of material, minutes. */
  readonly quantity: number;
}

/** Something that an order lacks, all of which it must get. Days are counted from 1970-01-01. */
export interface Requirement {
  readonly leg: Leg;
  readonly thing: string;
  readonly quantity: number;
  /** Heads are held from the first to the last day and free again after; material and minutes are used up. */
  readonly from: number;
  readonly until: number;
  /** Indices of the supplies that may serve it, the best first. */
  readonly supplies: readonly number[];
}

export interface OpenOrder {
  readonly id: string;
  /** What securing it is worth: fen, or 1 to count orders. */
  readonly value: number;
  readonly requirements: readonly Requirement[];
}

export interface Market {
  readonly orders: readonly OpenOrder[];
  readonly supplies: readonly Supply[];
}

/** So much of a supply for a requirement of an order; indices. */
export interface Draw {
  readonly order: number;
  readonly requirement: number;
  readonly supply: number;
  readonly quantity: number;
}

/** Orders that get all that they lack, and from where. */
export interface RegionPlan {
  readonly secured: readonly number[];
  readonly draws: readonly Draw[];
  readonly value: number;
}

export function planOfDraws({ orders }: Market, secured: readonly number[], draws: readonly Draw[]): RegionPlan {
  return { secured, draws, value: secured.reduce((sum, order) => sum + (orders[order]?.value ?? 0), 0) };
}

/** The first thing that a plan breaks, in words for tests; undefined for a sound plan. */
export function brokenPromise({ orders, supplies }: Market, { secured, draws }: RegionPlan): string | undefined {
  for (const o of secured)
    for (const [r, { quantity, supplies: allowed }] of (orders[o]?.requirements ?? []).entries()) {
      const mine = draws.filter((draw) => draw.order === o && draw.requirement === r);
      if (mine.some(({ supply }) => !allowed.includes(supply))) return 'a supply that does not suit';
      if (mine.reduce((sum, draw) => sum + draw.quantity, 0) !== quantity) return 'a requirement that is not met';
    }
  if (draws.some(({ order }) => !secured.includes(order))) return 'something for an order that is not secured';
  for (const [s, { leg, quantity }] of supplies.entries()) {
    const mine = draws.filter(({ supply }) => supply === s);
    const spanOf = ({ order, requirement }: Draw): Requirement | undefined => orders[order]?.requirements[requirement];
    const days = leg === 'labour' ? mine.map((draw) => spanOf(draw)?.from ?? 0) : [0];
    for (const day of days) {
      const atOnce = mine.filter((draw) => {
        const span = spanOf(draw);
        return leg !== 'labour' || (span !== undefined && span.from <= day && day <= span.until);
      });
      if (atOnce.reduce((sum, draw) => sum + draw.quantity, 0) > quantity) return 'more than there is';
    }
  }
  return undefined;
}
