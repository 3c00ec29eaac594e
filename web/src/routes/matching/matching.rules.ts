import type { RunFragment } from './matching.graphql.ts';

/** How long a run was at work; null before it ended, or where it never began. */
export function tookMs({ startedAt, finishedAt }: Pick<RunFragment, 'startedAt' | 'finishedAt'>): number | null {
  return startedAt === null || finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt);
}

export function isOpen({ state }: Pick<RunFragment, 'state'>): boolean {
  return state === 'QUEUED' || state === 'RUNNING';
}

/** What to look at first: the runs that are not over yet, else the newest. `runs` come newest first. */
export function currentRuns<Run extends Pick<RunFragment, 'state'>>(runs: readonly Run[]): readonly Run[] {
  const open = runs.filter(isOpen);
  return open.length > 0 ? open.toReversed() : runs.slice(0, 1);
}

const order = ['read', 'edges', 'solve', 'write'];

export interface PhaseShare {
  readonly phase: string;
  readonly ms: number;
  /** Of all phases together. */
  readonly share: number;
}

/** The phases as they follow each other; those that are not known here come last. */
export function phaseShares(timings: RunFragment['timings']): readonly PhaseShare[] {
  const total = timings.reduce((sum, { ms }) => sum + ms, 0);
  const place = (phase: string): number => (order.includes(phase) ? order.indexOf(phase) : order.length);
  return timings
    .toSorted((a, b) => place(a.phase) - place(b.phase))
    .map(({ phase, ms }) => ({ phase, ms, share: total === 0 ? 0 : ms / total }));
}
