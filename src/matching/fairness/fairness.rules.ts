import type { ProposedPair } from '../../labour/index.js';
import type { Demand, Supply } from '../edges/candidate.js';
import type { Grouping } from './fairness.loader.js';

/** How days of waiting are spread; null of nobody. */
export interface Waits {
  readonly workers: number;
  readonly medianDays: number | null;
  readonly longestDays: number | null;
}

export const fairnessKinds = ['relation', 'relocation', 'county', 'family'] as const;
export type FairnessKind = (typeof fairnessKinds)[number];

/** Workers of one group. Only groups that the law does not protect, and that the market's own facts tell. */
export interface GroupFill {
  readonly kind: FairnessKind;
  /** relation: lent or own; relocation: lodging or home; county: region id; family: name of the occupations’ family. */
  readonly group: string;
  readonly workers: number;
  readonly seated: number;
  readonly medianDays: number;
}

/** How evenly a run’s proposals are spread. */
export interface Fairness {
  /** Enterprises with the most proposals, at most ten. */
  readonly enterprises: readonly {
    readonly enterpriseId: string;
    readonly proposals: number;
    readonly share: number;
  }[];
  readonly largestShare: number;
  /** Herfindahl index of the shares: 1 where one enterprise has all, 1/n where n have as many each; 0 of none. */
  readonly concentration: number;
  readonly seated: Waits;
  readonly unseated: Waits;
  readonly groups: readonly GroupFill[];
}

const mostEnterprises = 10;
/** Fewer are not shown: a number would tell of persons. */
export const leastGroup = 5;

interface Member {
  readonly supply: Supply;
  readonly workerId: string;
  readonly isSeated: boolean;
  readonly days: number;
}

interface Spread {
  readonly supplies: readonly Supply[];
  readonly demands: readonly Demand[];
  readonly pairs: readonly ProposedPair[];
  readonly grouping: Grouping;
  readonly today: number;
}

export function fairnessOf({ supplies, demands, pairs, grouping, today }: Spread): Fairness {
  const seats = new Set(pairs.map(({ workerId }) => workerId));
  const members = supplies.flatMap((supply): Member[] => {
    const days = Math.max(0, today - supply.waitingSinceDay);
    return supply.workerIds.map((workerId) => ({ supply, workerId, isSeated: seats.has(workerId), days }));
  });
  const shares = sharesOf(demands, pairs);
  return {
    enterprises: shares.slice(0, mostEnterprises),
    largestShare: shares[0]?.share ?? 0,
    concentration: shares.reduce((sum, { share }) => sum + share * share, 0),
    seated: waitsOf(members.filter(({ isSeated }) => isSeated)),
    unseated: waitsOf(members.filter(({ isSeated }) => !isSeated)),
    groups: fairnessKinds.flatMap((kind) => groupsOf(kind, members, grouping)),
  };
}

function sharesOf(demands: readonly Demand[], pairs: readonly ProposedPair[]): Fairness['enterprises'] {
  const hostOf = new Map(demands.map(({ needId, hostId }) => [needId, hostId]));
  const proposals = new Map<string, number>();
  for (const { needId } of pairs) {
    const hostId = hostOf.get(needId) ?? '';
    proposals.set(hostId, (proposals.get(hostId) ?? 0) + 1);
  }
  return [...proposals]
    .map(([enterpriseId, count]) => ({ enterpriseId, proposals: count, share: count / pairs.length }))
    .sort((a, b) => b.proposals - a.proposals || (a.enterpriseId < b.enterpriseId ? -1 : 1));
}

function waitsOf(members: readonly Member[]): Waits {
  const days = members.map((member) => member.days).sort((a, b) => a - b);
  return { workers: days.length, medianDays: medianOf(days), longestDays: days.at(-1) ?? null };
}

/** Of figures in ascending order. */
function medianOf(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function groupsOf(kind: FairnessKind, members: readonly Member[], grouping: Grouping): GroupFill[] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    for (const group of groupNames(kind, member, grouping)) {
      const known = groups.get(group);
      if (known) known.push(member);
      else groups.set(group, [member]);
    }
  }
  return shown([...groups]).map(([group, of]) => {
    const { workers, medianDays } = waitsOf(of);
    return { kind, group, workers, seated: of.filter(({ isSeated }) => isSeated).length, medianDays: medianDays ?? 0 };
  });
}

function groupNames(kind: FairnessKind, { supply, workerId }: Member, { countyOf, familyOf }: Grouping): string[] {
  switch (kind) {
    case 'relation':
      return [supply.lenderId === null ? 'own' : 'lent'];
    case 'relocation':
      return [supply.relocationRadiusM === null ? 'home' : 'lodging'];
    case 'county':
      return [countyOf.get(workerId) ?? []].flat();
    case 'family':
      return [...new Set(supply.skills.flatMap(({ occupationId }) => familyOf.get(occupationId) ?? []))];
  }
}

/** Largest first. One small group alone could be told from all the others and their sum, so the next is hidden with it. */
function shown(groups: [string, Member[]][]): [string, Member[]][] {
  const sorted = groups.sort(([a, of], [b, others]) => others.length - of.length || (a < b ? -1 : 1));
  const large = sorted.filter(([, of]) => of.length >= leastGroup);
  return sorted.length - large.length === 1 ? large.slice(0, -1) : large;
}
