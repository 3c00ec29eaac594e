import type { Grade, Terms } from '../../materials/index.js';
import type { Place } from '../edges/distance.js';

/** What is left of an open lot. */
export interface FreeLot extends Place {
  readonly lotId: string;
  readonly enterpriseId: string;
  readonly kindId: string;
  readonly baseUnit: string;
  readonly grade: Grade;
  readonly terms: Terms;
  /** Base units that nobody holds, as a decimal number. */
  readonly available: string;
  /** The least that may be taken, unless all that is left is taken. */
  readonly minimumTake: string;
  /** Fen for `priceFactor` base units; null for a loan in kind. */
  readonly priceFen: number | null;
  readonly priceFactor: string | null;
  /** Days after which a loan is due; null for goods that are sold. */
  readonly loanDays: number | null;
}

/** What an open request still lacks. */
export interface OpenRequest extends Place {
  readonly requestId: string;
  readonly enterpriseId: string;
  /** Accepted kinds, the wanted one first, then what may stand in for it; all counted in the same base unit. */
  readonly kindIds: readonly string[];
  readonly minimumGrade: Grade;
  readonly acceptsSale: boolean;
  readonly acceptsLoan: boolean;
  /** Base units, as a decimal number. */
  readonly unmet: string;
  /** The highest price of a base unit. */
  readonly ceilingFen: number | null;
  readonly isUrgent: boolean;
  /** Whether it may come from several lots, and in part. */
  readonly splitAllowed: boolean;
}

/** Lots and requests of kinds that stand in for each other, directly or through others, and nothing else. */
export interface MaterialGroup {
  readonly lots: readonly FreeLot[];
  readonly requests: readonly OpenRequest[];
}

/** Splits a market into groups that nothing connects: kinds are connected by requests that accept both. */
export function groupsOf(lots: readonly FreeLot[], requests: readonly OpenRequest[]): MaterialGroup[] {
  const parent = new Map<string, string>();
  const rootOf = (kindId: string): string => {
    let root = kindId;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(kindId, root);
    return root;
  };
  for (const { kindIds } of requests)
    for (const kindId of kindIds) parent.set(rootOf(kindId), rootOf(kindIds[0] ?? ''));

  const groups = new Map<string, { lots: FreeLot[]; requests: OpenRequest[] }>();
  for (const request of requests) {
    const root = rootOf(request.kindIds[0] ?? '');
    const group = groups.get(root) ?? { lots: [], requests: [] };
    group.requests.push(request);
    groups.set(root, group);
  }
  for (const lot of lots) groups.get(rootOf(lot.kindId))?.lots.push(lot);
  return [...groups.values()].filter((group) => group.lots.length > 0);
}
