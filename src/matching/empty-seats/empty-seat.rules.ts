import type { Demand, Substitutes, Supply } from '../edges/candidate.js';
import { commonDays } from '../edges/candidate.js';
import { distanceM } from '../edges/distance.js';
import { infeasibilities, type Infeasibility, isKeptApart } from '../edges/feasibility.rules.js';
import { fitOf } from '../edges/fits.js';

/** A supply of one worker, and what binds them already: ids of needs. */
export interface Candidate extends Supply {
  readonly workerId: string;
  readonly offeredFor: readonly string[];
  readonly bookedFor: readonly string[];
  readonly proposedFor: string | null;
}

/** Why a worker who could fill a seat does not: the one thing that stands between them. */
export type EmptySeatReason =
  Extract<Infeasibility, 'LEVEL' | 'CERTIFICATE' | 'PERIOD' | 'WAGE_UNIT' | 'WAGE' | 'DISTANCE'> | 'TAKEN' | 'PROPOSED';

export interface ReasonCount {
  readonly reason: EmptySeatReason;
  readonly workers: number;
}

/**
 * How many workers stand back from a need for exactly one reason, most first. Counted are those whose occupation fits
 * (or may stand in, where accepted) and who are there for a day of it at least; `besides` is `doableBesides` of the
 * substitutes. Whoever holds an offer for the need, or is placed at it, is none of the empty seats' business.
 */
export function countReasons(candidates: readonly Candidate[], demand: Demand, besides: Substitutes): ReasonCount[] {
  const byWorker = new Map<string, Standing>();
  for (const candidate of candidates) {
    const standing = standingOf(candidate, demand, besides);
    const known = byWorker.get(candidate.workerId);
    // Whoever comes at two times stands as at the better of them.
    if (standing && (!known || rankOf(standing) > rankOf(known))) byWorker.set(candidate.workerId, standing);
  }
  const counts = new Map<EmptySeatReason, number>();
  for (const standing of byWorker.values()) {
    if (standing !== 'fits' && standing !== 'lacks more') counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, workers]) => ({ reason, workers }))
    .sort((a, b) => b.workers - a.workers || a.reason.localeCompare(b.reason));
}

/** How a worker stands to a need: nothing keeps them, one thing, or several. */
type Standing = EmptySeatReason | 'fits' | 'lacks more';

function rankOf(standing: Standing): number {
  if (standing === 'fits') return 2;
  return standing === 'lacks more' ? 0 : 1;
}

/** undefined where the worker is not asked about at all. */
function standingOf(candidate: Candidate, demand: Demand, besides: Substitutes): Standing | undefined {
  const { needId } = demand;
  const { offeredFor, bookedFor, proposedFor } = candidate;
  const fit = fitOf(candidate, demand, besides);
  if (!fit || commonDays(candidate, demand) < 1 || candidate.lenderId === demand.hostId) return undefined;
  // As if the worker were not there: neither side is told of a block.
  if (isKeptApart(candidate, demand)) return undefined;
  if (offeredFor.includes(needId) || bookedFor.includes(needId)) return undefined;
  const reasons = infeasibilities(candidate, demand, fit.level, distanceM(candidate, demand));
  const [one, ...more] = reasons.filter((reason) => reason !== 'BOOKED' && reason !== 'LENDER_IS_HOST');
  const isProposedElsewhere = proposedFor !== null && proposedFor !== needId;
  const isTaken = reasons.includes('BOOKED') || offeredFor.length > 0 || isProposedElsewhere;
  if (one) return isTaken || more.length > 0 ? 'lacks more' : one;
  if (isTaken) return 'TAKEN';
  return proposedFor === needId ? 'PROPOSED' : 'fits';
}
