import { commonDays, type Demand, type Supply } from './candidate.js';

/** Why a pair cannot be; the reasons that explanations count. */
export type Infeasibility =
  'LENDER_IS_HOST' | 'LEVEL' | 'CERTIFICATE' | 'PERIOD' | 'BOOKED' | 'WAGE_UNIT' | 'WAGE' | 'DISTANCE';

/** How far this supply goes for this demand, metres: lodging by the host opens the relocation radius. */
export function reachM(supply: Supply, demand: Demand): number {
  return demand.lodging && supply.relocationRadiusM !== null
    ? Math.max(supply.radiusM, supply.relocationRadiusM)
    : supply.radiusM;
}

/**
 * The first reason a pair with a fitting occupation cannot be, cheap tests first; undefined when it can.
 * `level` is the supply's level in the occupation that makes it fit; `distanceM` is metres.
 */
export function infeasibility(
  supply: Supply,
  demand: Demand,
  level: number,
  distanceM: number,
): Infeasibility | undefined {
  if (supply.lenderId === demand.hostId) return 'LENDER_IS_HOST';
  if (level < demand.minLevel) return 'LEVEL';
  if (supply.wageUnit !== demand.wageUnit || supply.currency !== demand.currency) return 'WAGE_UNIT';
  if (demand.wageFen < supply.wageFloorFen) return 'WAGE';
  const common = commonDays(supply, demand);
  if (common < 1 || common * 100 < (demand.lastDay - demand.firstDay + 1) * demand.minOverlapPercent) return 'PERIOD';
  if (distanceM > reachM(supply, demand)) return 'DISTANCE';
  if (!isCertified(supply, demand)) return 'CERTIFICATE';
  return isBooked(supply, demand) ? 'BOOKED' : undefined;
}

/** Every certificate the work requires, valid to its last day. */
export function isCertified({ certificates }: Supply, { certificateCodes, lastDay }: Demand): boolean {
  return certificateCodes.every((code) => certificates.some((held) => held.code === code && held.lastDay >= lastDay));
}

/** A common day is taken. */
export function isBooked(supply: Supply, demand: Demand): boolean {
  const first = Math.max(supply.firstDay, demand.firstDay);
  const last = Math.min(supply.lastDay, demand.lastDay);
  return supply.booked.some((booked) => booked.firstDay <= last && booked.lastDay >= first);
}
