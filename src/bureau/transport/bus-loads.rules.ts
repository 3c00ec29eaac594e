import type { Ground } from './bus-ways.js';

/** A way too full for one bus is looked at with so many loads at most. */
const mostLoads = 24;

export const headsOf = ({ parties }: Ground, chosen: readonly number[]): number =>
  chosen.reduce((sum, at) => sum + (parties[at]?.heads ?? 0), 0);

/**
 * Which of the parties ride together on a bus of so many seats: all of them where they fit, else the choices to which no
 * other of them could be added; at most 24.
 */
export function loadsOf(ground: Ground, parties: readonly number[], seats: number): number[][] {
  if (headsOf(ground, parties) <= seats) return [[...parties]];
  const loads: number[][] = [];
  const largestFirst = parties.toSorted((a, b) => headsOf(ground, [b]) - headsOf(ground, [a]));
  const extend = (chosen: readonly number[], skipped: readonly number[], next: number, free: number): void => {
    if (loads.length >= mostLoads) return;
    const party = largestFirst[next];
    if (party === undefined) {
      const isFull = skipped.every((one) => headsOf(ground, [one]) > free);
      if (isFull && chosen.length > 0) loads.push(chosen.toSorted((a, b) => a - b));
      return;
    }
    const heads = headsOf(ground, [party]);
    if (heads <= free) extend([...chosen, party], skipped, next + 1, free - heads);
    extend(chosen, [...skipped, party], next + 1, free);
  };
  extend([], [], 0, seats);
  return loads;
}
