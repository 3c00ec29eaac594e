import type { MyRestrictionsQuery } from './profile.graphql.ts';

export type Stated = MyRestrictionsQuery['myRestrictions'];

/** Whether a statement holds on a day: there is none, it holds, or its last day has passed. */
export function standingOf({ hazards, until }: Stated, today: string): 'none' | 'holds' | 'over' {
  if (hazards.length === 0) return 'none';
  return until !== null && until < today ? 'over' : 'holds';
}
