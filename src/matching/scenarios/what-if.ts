import type { MarketState } from '../live/market-state.js';
import { type Change, changed, effectOf } from './change.js';
import type { World } from './world.js';

/** Seats filled and open, of whatever is counted. */
export interface Fill {
  readonly seats: number;
  readonly filled: number;
}
export interface BeforeAfter {
  readonly before: Fill;
  readonly after: Fill;
}

/** A need whose number of seats filled is another one. */
export interface MovedSeats extends BeforeAfter {
  readonly needId: string;
  readonly regionId: string;
  readonly occupationId: string;
}

export interface WhatIfResult extends BeforeAfter {
  readonly regions: readonly (BeforeAfter & { readonly regionId: string })[];
  readonly occupations: readonly (BeforeAfter & { readonly occupationId: string })[];
  /** Those that change most first, at most `mostMoved`. */
  readonly moved: readonly MovedSeats[];
  /** Workers whose seat is another one, or who have one and had none, or the reverse. */
  readonly workersMoved: number;
}

const mostMoved = 200;

/** Tries changes, one after the other, on a copy of a market. `state` is used up by it. */
export function whatIf(state: MarketState, world: World, changes: readonly Change[], today: number): WhatIfResult {
  const seatBefore = state.seats();
  const before = filledByNeed(seatBefore);
  let after = world;
  for (const change of changes) {
    const effect = effectOf(after, change, today);
    after = changed(after, effect);
    state.apply(effect);
  }
  const seatAfter = state.seats();
  const filled = filledByNeed(seatAfter);
  const everyone = new Set([...seatBefore.keys(), ...seatAfter.keys()]);
  const rows = [...new Set([...world.needs.keys(), ...after.needs.keys()])].map((needId) => {
    const demand = after.needs.get(needId) ?? world.needs.get(needId);
    const regionId = world.regionOfNeed.get(needId) ?? regionOfNew(changes);
    return {
      needId,
      occupationId: demand?.occupationId ?? '',
      regionId: world.countyOf.get(regionId) ?? regionId,
      before: { seats: world.needs.get(needId)?.seatsOpen ?? 0, filled: before.get(needId) ?? 0 },
      after: { seats: after.needs.get(needId)?.seatsOpen ?? 0, filled: filled.get(needId) ?? 0 },
    };
  });
  return {
    ...total(rows),
    regions: grouped(rows, 'regionId').map(([regionId, of]) => ({ regionId, ...of })),
    occupations: grouped(rows, 'occupationId').map(([occupationId, of]) => ({ occupationId, ...of })),
    moved: rows
      .filter((row) => row.before.filled !== row.after.filled)
      .sort((a, b) => gainOf(b) - gainOf(a))
      .slice(0, mostMoved),
    workersMoved: [...everyone].filter((id) => seatBefore.get(id) !== seatAfter.get(id)).length,
  };
}

/** Where what opens is, as far as the changes say. */
function regionOfNew(changes: readonly Change[]): string {
  return changes.find((change) => change.kind === 'opening')?.regionId ?? '';
}

function filledByNeed(seats: ReadonlyMap<string, string>): Map<string, number> {
  const filled = new Map<string, number>();
  for (const needId of seats.values()) filled.set(needId, (filled.get(needId) ?? 0) + 1);
  return filled;
}

function gainOf({ before, after }: BeforeAfter): number {
  return Math.abs(after.filled - before.filled);
}

function grouped<K extends 'regionId' | 'occupationId'>(
  rows: readonly (BeforeAfter & Record<K, string>)[],
  key: K,
): [string, BeforeAfter][] {
  const groups = new Map<string, BeforeAfter[]>();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return [...groups]
    .map(([of, members]): [string, BeforeAfter] => [of, total(members)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function total(rows: readonly BeforeAfter[]): BeforeAfter {
  const sum = (side: 'before' | 'after'): Fill => ({
    seats: rows.reduce((all, row) => all + row[side].seats, 0),
    filled: rows.reduce((all, row) => all + row[side].filled, 0),
  });
  return { before: sum('before'), after: sum('after') };
}
