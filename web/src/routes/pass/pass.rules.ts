import type { PassPlacementFragment, WorkPassProblemCode } from './pass.graphql.ts';

export type Dated = Pick<PassPlacementFragment, 'state' | 'startsOn' | 'endsOn'>;

/** Where one works on a day: a placement that has begun before one that is to begin. */
export function placementOn<P extends Dated>(placements: readonly P[], today: string): P | undefined {
  const open = placements.filter(
    ({ state, startsOn, endsOn }) =>
      (state === 'ACTIVE' || state === 'PLANNED') && startsOn <= today && today <= endsOn,
  );
  return open.find(({ state }) => state === 'ACTIVE') ?? open[0];
}

/** The next one that is agreed. */
export function placementAfter<P extends Dated>(placements: readonly P[], today: string): P | undefined {
  return placements
    .filter(({ state, startsOn }) => state === 'PLANNED' && startsOn > today)
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn))[0];
}

interface Life {
  readonly issuedAt: string;
  readonly expiresAt: string;
}

/** Whether to ask for another certificate: in the second half of its life, so that a day without network ends none. */
export function isDue({ issuedAt, expiresAt }: Life, nowMs: number): boolean {
  const [from, to] = [Date.parse(issuedAt), Date.parse(expiresAt)];
  return nowMs > from + (to - from) / 2;
}

/** What to do when the server looked at one's own pass: go on, ask for another, ask the person, or stop. */
export function afterLook(problem: WorkPassProblemCode | undefined): 'show' | 'renew' | 'moved' | 'over' {
  switch (problem) {
    case undefined:
    case 'ALREADY_USED':
    case 'OTHER_HOST':
      return 'show';
    case 'REVOKED':
      return 'moved';
    case 'ENDED':
    case 'NOT_TODAY':
      return 'over';
    // The key is another one, the clock was set, or the installation has new keys: another certificate mends it.
    case 'MALFORMED':
    case 'NOT_OURS':
    case 'NOT_FROM_DEVICE':
    case 'EXPIRED':
    case 'STALE':
    case 'AHEAD':
      return 'renew';
  }
}
