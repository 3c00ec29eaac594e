import type { TradeName } from './trades.js';

/** What an occupation is paid here, and what else its people know. Codes are those of the product's own list. */
export interface OccupationFacts {
  /** Usual pay, fen per hour. */
  readonly payFen: number;
  /** Both sides count in months rather than hours. */
  readonly paidMonthly?: true;
  /** Certificate that the work legally requires. */
  readonly certificate?: string;
  /** Occupations its workers often know besides. */
  readonly alsoKnown: readonly string[];
}

export const occupations = {
  'RT-WEAVE': { payFen: 2300, alsoKnown: ['RT-PREPARE', 'RT-PACK', 'RT-SAMPLE'] },
  'RT-PREPARE': { payFen: 2000, alsoKnown: ['RT-PACK', 'MF-GENERAL'] },
  'RT-BEND': { payFen: 2500, alsoKnown: ['RT-CUT', 'RT-GRIND'] },
  'RT-WELD': { payFen: 3000, certificate: 'SO-WELDING', alsoKnown: ['RT-GRIND', 'RT-BEND'] },
  'RT-GRIND': { payFen: 2300, alsoKnown: ['RT-DERUST', 'MF-GENERAL'] },
  'RT-POWDER': { payFen: 2600, alsoKnown: ['RT-DRY', 'RT-DERUST'] },
  'RT-SPRAY': { payFen: 2600, alsoKnown: ['RT-DRY'] },
  'RT-PAINT': { payFen: 2400, alsoKnown: ['RT-PACK', 'RT-INSPECT'] },
  'RT-ASSEMBLE': { payFen: 2200, alsoKnown: ['RT-PACK', 'MF-GENERAL'] },
  'RT-INSPECT': { payFen: 2300, paidMonthly: true, alsoKnown: ['RT-PACK'] },
  'RT-PACK': { payFen: 1900, alsoKnown: ['MF-GENERAL', 'MF-PACK'] },
  'WF-BAMBOO': { payFen: 2200, alsoKnown: ['RT-PREPARE'] },
  'WF-CABINET': { payFen: 2500, alsoKnown: ['WF-CARPENTER'] },
  'MW-WELD': { payFen: 2900, certificate: 'SO-WELDING', alsoKnown: ['MW-CUT'] },
  'MW-SHEET': { payFen: 2600, alsoKnown: ['MW-PRESS'] },
  'MF-ASSEMBLE': { payFen: 2100, alsoKnown: ['MF-GENERAL', 'MF-PACK'] },
  'MF-PACK': { payFen: 1850, alsoKnown: ['MF-GENERAL', 'WH-PICK'] },
  'MF-INSPECT': { payFen: 2200, paidMonthly: true, alsoKnown: ['MF-PACK'] },
  'MF-GENERAL': { payFen: 1850, alsoKnown: ['MF-FEED', 'WH-LOAD'] },
  'EL-ASSEMBLE': { payFen: 2050, alsoKnown: ['EL-SOLDER', 'MF-PACK'] },
  'CO-PAINT': { payFen: 2600, alsoKnown: ['CO-PLASTER'] },
  'ST-POLISH': { payFen: 2500, alsoKnown: ['ST-CUT'] },
  'CE-PAINT': { payFen: 2200, alsoKnown: ['CE-GLAZE', 'CE-SELECT'] },
  'CE-FORM': { payFen: 2200, alsoKnown: ['CE-GROUT', 'CE-KILN'] },
  'GA-SEW': { payFen: 2200, alsoKnown: ['GA-FINISH', 'GA-IRON'] },
  'SH-STITCH': { payFen: 2200, alsoKnown: ['SH-GLUE'] },
  'SH-GLUE': { payFen: 2100, alsoKnown: ['SH-LAST', 'MF-GENERAL'] },
  'SH-CUT': { payFen: 2250, alsoKnown: ['GA-CUT'] },
  'FD-PACK': { payFen: 1850, certificate: 'HEALTH-FOOD', alsoKnown: ['FD-PROCESS'] },
  'TE-PACK': { payFen: 1850, certificate: 'HEALTH-FOOD', alsoKnown: ['TE-SORT', 'MF-PACK'] },
  'TE-SORT': { payFen: 1850, certificate: 'HEALTH-FOOD', alsoKnown: ['TE-PICK', 'TE-PACK'] },
  'TE-MAKE': { payFen: 2400, certificate: 'HEALTH-FOOD', alsoKnown: ['TE-SORT', 'MF-GENERAL'] },
  'WH-LOAD': { payFen: 2200, alsoKnown: ['MF-GENERAL'] },
  'WH-PICK': { payFen: 1950, alsoKnown: ['WH-LOAD', 'MF-PACK'] },
  'WH-FORKLIFT': { payFen: 2800, certificate: 'SE-FORKLIFT-N1', alsoKnown: ['WH-LOAD'] },
  'HO-WAIT': { payFen: 1900, alsoKnown: ['HO-CANTEEN', 'HO-ROOM'] },
} satisfies Record<string, OccupationFacts>;

export type OccupationCode = keyof typeof occupations;

/** Heads of one occupation: lent by enterprises of some trades, and idle on their own. */
interface SupplyPlan {
  readonly occupation: OccupationCode;
  readonly lent: number;
  readonly idle: number;
  readonly lenders: readonly TradeName[];
}

/** Needs of one occupation, positions each on average, and the trades that post them. */
export interface DemandPlan {
  readonly occupation: OccupationCode;
  readonly needs: number;
  readonly heads: number;
  readonly hosts: readonly TradeName[];
}

function supply(occupation: OccupationCode, lent: number, idle: number, ...lenders: TradeName[]): SupplyPlan {
  return { occupation, lent, idle, lenders };
}

function demand(occupation: OccupationCode, needs: number, heads: number, ...hosts: TradeName[]): DemandPlan {
  return { occupation, needs, heads, hosts };
}

/**
 * Tea is between its seasons and the coast's garment and shoe lines stand still, so they have people to lend; few of
 * them can do what the craft factories lack. Potters, bamboo weavers and plumbing welders can, with lodging.
 */
export const supplyPlans: readonly SupplyPlan[] = [
  supply('RT-WEAVE', 50, 80, 'craft'),
  supply('RT-PREPARE', 20, 15, 'craft'),
  supply('WF-BAMBOO', 70, 20, 'bamboo'),
  supply('RT-WELD', 20, 30, 'craft'),
  supply('MW-WELD', 60, 40, 'metal'),
  supply('RT-BEND', 15, 12, 'craft'),
  supply('MW-SHEET', 25, 10, 'metal'),
  supply('RT-ASSEMBLE', 35, 45, 'craft', 'furniture'),
  supply('MF-ASSEMBLE', 80, 45, 'electronics', 'metal'),
  supply('WF-CABINET', 45, 15, 'furniture'),
  supply('RT-POWDER', 12, 12, 'craft'),
  supply('RT-SPRAY', 25, 12, 'craft', 'furniture'),
  supply('CO-PAINT', 0, 30),
  supply('RT-GRIND', 15, 20, 'craft'),
  supply('ST-POLISH', 75, 25, 'stone'),
  supply('RT-PAINT', 10, 30, 'craft'),
  supply('CE-PAINT', 100, 30, 'ceramics'),
  supply('CE-FORM', 60, 10, 'ceramics'),
  supply('RT-PACK', 30, 40, 'craft'),
  supply('MF-PACK', 90, 60, 'tea', 'electronics', 'footwear'),
  supply('FD-PACK', 50, 20, 'food'),
  supply('TE-PACK', 60, 50, 'tea'),
  supply('TE-SORT', 40, 45, 'tea'),
  supply('TE-MAKE', 60, 30, 'tea'),
  supply('RT-INSPECT', 12, 14, 'craft'),
  supply('MF-INSPECT', 35, 20, 'electronics', 'metal'),
  supply('MF-GENERAL', 145, 130, 'tea', 'food', 'ceramics', 'stone', 'footwear'),
  supply('EL-ASSEMBLE', 100, 30, 'electronics'),
  supply('GA-SEW', 170, 60, 'garment'),
  supply('SH-STITCH', 120, 35, 'footwear'),
  supply('SH-GLUE', 60, 15, 'footwear'),
  supply('SH-CUT', 35, 10, 'footwear'),
  supply('HO-WAIT', 45, 35, 'hotel'),
  supply('WH-LOAD', 30, 35, 'logistics'),
  supply('WH-PICK', 35, 30, 'logistics'),
  supply('WH-FORKLIFT', 10, 15, 'logistics'),
];

export const demandPlans: readonly DemandPlan[] = [
  demand('RT-WEAVE', 48, 6.8, 'craft'),
  demand('RT-ASSEMBLE', 34, 6.8, 'craft', 'furniture'),
  demand('RT-WELD', 34, 5, 'craft', 'craft', 'metal'),
  demand('RT-PACK', 30, 7.2, 'craft'),
  demand('RT-PAINT', 22, 6, 'craft'),
  demand('MF-GENERAL', 22, 9.5, 'craft', 'food', 'logistics'),
  demand('RT-GRIND', 18, 5.5, 'craft', 'metal'),
  demand('RT-POWDER', 16, 5, 'craft'),
  demand('GA-SEW', 16, 9, 'garment'),
  demand('RT-INSPECT', 14, 4, 'craft'),
  demand('RT-SPRAY', 12, 5, 'craft', 'furniture'),
  demand('RT-BEND', 12, 4, 'craft'),
  demand('SH-STITCH', 8, 8, 'footwear'),
  demand('WH-FORKLIFT', 8, 2.5, 'logistics', 'craft'),
  demand('TE-SORT', 6, 10, 'tea'),
];
