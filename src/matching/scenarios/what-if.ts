import type { Change } from './change.js';
import { countyOfNeed, type SeatOutcome, seatOutcome, workersMoved } from './seat-outcome.js';
import type { World } from './world.js';

export interface WhatIfResult extends SeatOutcome {
  readonly workersMoved: number;
}

/** A market as it is or would be, and worker → need of everyone who has a seat there. */
export interface Seating {
  readonly world: World;
  readonly seats: ReadonlyMap<string, string>;
}

/** What changes make of a market: two plans, side by side. */
export function whatIf(was: Seating, is: Seating, changes: readonly Change[]): WhatIfResult {
  const { world } = was;
  const opened = regionOfNew(changes);
  const countyOf = (needId: string): string => countyOfNeed(world, needId) ?? world.countyOf.get(opened) ?? opened;
  return {
    ...seatOutcome({ needs: world.needs, seats: was.seats }, { needs: is.world.needs, seats: is.seats }, countyOf),
    workersMoved: workersMoved(was.seats, is.seats),
  };
}

/** Where what opens is, as far as the changes say. */
function regionOfNew(changes: readonly Change[]): string {
  return changes.find((change) => change.kind === 'opening')?.regionId ?? '';
}
