import { commonDays, type Demand, type Supply } from './candidate.js';
import { distanceM } from './distance.js';

/** Why a pair cannot be; the reasons that explanations count. */
export type Infeasibility =
  'LENDER_IS_HOST' | 'LEVEL' | 'CERTIFICATE' | 'PERIOD' | 'BOOKED' | 'WAGE_UNIT' | 'WAGE' | 'DISTANCE';

/** How far this supply goes for this demand, metres: lodging by the host opens the relocation radius. */
export function reachM(supply: Supply, demand: Demand): number {
  return demand.lodging && supply.relocationRadiusM !== null
    ? Math.max(supply.radiusM, supply.relocationRadiusM)
    : supply.radiusM;
}

type Test = (supply: Supply, demand: Demand, level: number, metres: number) => boolean;

/** Each reason with what makes it one, cheap tests first. */
const tests: readonly (readonly [Infeasibility, Test])[] = [
  ['LENDER_IS_HOST', (supply, demand) => supply.lenderId === demand.hostId],
  ['LEVEL', (_, demand, level) => level < demand.minLevel],
  ['WAGE_UNIT', (supply, demand) => supply.wageUnit !== demand.wageUnit || supply.currency !== demand.currency],
  ['WAGE', (supply, demand) => demand.wageFen < supply.wageFloorFen],
  ['PERIOD', hasTooFewDays],
  ['DISTANCE', (supply, demand, _, metres) => metres > reachM(supply, demand) && !isOnTheWay(supply, demand)],
  ['CERTIFICATE', (supply, demand) => !isCertified(supply, demand)],
  ['BOOKED', isBooked],
];

/**
 * The first reason a pair with a fitting occupation cannot be, cheap tests first; undefined when it can.
 * `level` is the supply's level in the occupation that makes it fit; `metres` is how far apart they are.
 */
export function infeasibility(
  supply: Supply,
  demand: Demand,
  level: number,
  metres: number,
): Infeasibility | undefined {
  return tests.find(([, fails]) => fails(supply, demand, level, metres))?.[0];
}

/**
 * Every reason a pair with a fitting occupation cannot be. Wages in different units do not compare: then the unit is
 * the reason, and the wage is not one besides.
 */
export function infeasibilities(supply: Supply, demand: Demand, level: number, metres: number): Infeasibility[] {
  const reasons = tests.filter(([, fails]) => fails(supply, demand, level, metres)).map(([reason]) => reason);
  return reasons.includes('WAGE_UNIT') ? reasons.filter((reason) => reason !== 'WAGE') : reasons;
}

/** A bus stops near the site. */
function isOnTheWay({ shuttles = [] }: Supply, demand: Demand): boolean {
  return shuttles.some((stop) => distanceM(stop, demand) <= stop.radiusM);
}

function hasTooFewDays(supply: Supply, demand: Demand): boolean {
  const common = commonDays(supply, demand);
  return common < 1 || common * 100 < (demand.lastDay - demand.firstDay + 1) * demand.minOverlapPercent;
}

/** Every certificate the work requires, valid to its last day. */
export function isCertified({ certificates }: Supply, { certificateCodes, lastDay }: Demand): boolean {
  return certificateCodes.every((code) => certificates.some((held) => held.code === code && held.lastDay >= lastDay));
}

/**
 * One of the two blocked the other, or the work is barred to the worker. It is no reason that explanations count: whoever is
 * blocked is not told, and what is barred to whom is nobody's business.
 */
export function isKeptApart({ blockedHosts, barredNeeds }: Supply, { hostId, needId }: Demand): boolean {
  return (blockedHosts?.includes(hostId) ?? false) || (barredNeeds?.includes(needId) ?? false);
}

/** A common day is taken. */
export function isBooked(supply: Supply, demand: Demand): boolean {
  const first = Math.max(supply.firstDay, demand.firstDay);
  const last = Math.min(supply.lastDay, demand.lastDay);
  return supply.booked.some((booked) => booked.firstDay <= last && booked.lastDay >= first);
}
