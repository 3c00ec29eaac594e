import type { FairnessFragment, WaitedFragment } from './matching.graphql.ts';

export type Group = FairnessFragment['groups'][number];

export const fairnessKinds: readonly Group['kind'][] = ['RELATION', 'RELOCATION', 'COUNTY', 'FAMILY'];

/** How many enterprises with as many proposals each would be as concentrated, by a Herfindahl index. */
export function evenOver(concentration: number): number {
  return concentration <= 0 ? 0 : Math.round(10 / concentration) / 10;
}

/** Share of a group that has a proposal. */
export function fillOf({ seated, workers }: Pick<Group, 'seated' | 'workers'>): number {
  return workers === 0 ? 0 : seated / workers;
}

/** The longest wait of anyone, days. */
export function longestOf(waits: readonly WaitedFragment[]): number {
  return Math.max(0, ...waits.map(({ longestDays }) => longestDays ?? 0));
}
