import type { LocalDate } from '../../platform/clock/clock.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { breaks } from '../compliance/breaks.js';
import { addDays } from '../../platform/clock/local-date.js';
import { addYear } from '../days.js';
import type { PlacementState } from '../placements/placement.states.js';
import type { Party } from '../placements/placement-party.rules.js';
import { injuryMessages } from './injury.messages.js';
import { type InjuryState, injuryTransitions } from './injury.states.js';

/** The employer files within thirty days of the accident (R14); after twenty it is told that time runs out. */
const filingDays = 30;
const warningDays = 20;

export interface InjuryClock {
  /** Last day on which the employer may file. */
  readonly fileBy: LocalDate;
  /** Last day on which the worker, the family or the union may file. */
  readonly workerMayFileUntil: LocalDate;
}

/** R14: both dates count from the accident. */
export function injuryClock(occurredOn: LocalDate): InjuryClock {
  return { fileBy: addDays(occurredOn, filingDays), workerMayFileUntil: addYear(occurredOn) };
}

/** Accidents up to this day are due soon today, when nobody has filed. */
export function dueSoonUpTo(today: LocalDate): LocalDate {
  return addDays(today, -warningDays);
}

/** Accidents up to this day are overdue today: day 31 and later. */
export function overdueUpTo(today: LocalDate): LocalDate {
  return addDays(today, -filingDays - 1);
}

export interface CostSplit {
  readonly hostShareFen: number;
  readonly employerShareFen: number;
}

/** R13: the host's agreed share of what an injury costs, rounded down to the fen; the employer bears the rest exactly. */
export function splitCost(costFen: number, hostPercent: number): CostSplit {
  // Whole percent of whole fen: exact in integers, as 100 times the largest cost stays far below 2^53.
  const hostShareFen = Math.floor((costFen * hostPercent) / 100);
  return { hostShareFen, employerShareFen: costFen - hostShareFen };
}

/** What the host bears of an injury's cost, per cent: as agreed for a loan; all of it where it is the employer itself. */
export function refuseWithoutSplit(kind: 'loan' | 'direct', injuryHostPercent: number | null): Refusal | undefined {
  return kind === 'direct' || injuryHostPercent !== null ? undefined : breaks('R13', injuryMessages.noSplit);
}

/** HH:MM of the accident as an instant, where the work is; undefined when it is no time. */
export function instantOf(occurredOn: LocalDate, time: string): number | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? Date.parse(`${occurredOn}T${time}:00+08:00`) : undefined;
}

/** Nobody is hurt in a placement that never began. */
export function refusePlacementForInjury({ state }: { readonly state: PlacementState }): Refusal | undefined {
  if (['active', 'completed', 'ended_early'].includes(state)) return undefined;
  return { code: 'CONFLICT', message: injuryMessages.neverBegan, field: 'input.placementId' };
}

/** The accident lies within a placement that began, and not in the future. */
export function refuseAccident(
  placement: { readonly state: PlacementState; readonly startsOn: LocalDate; readonly endsOn: LocalDate },
  { occurredOn, atMs }: { readonly occurredOn: LocalDate; readonly atMs: number | undefined },
  now: Date,
): Refusal | undefined {
  if (atMs === undefined) return { code: 'VALIDATION_FAILED', message: injuryMessages.badTime, field: 'input.time' };
  const neverBegan = refusePlacementForInjury(placement);
  if (neverBegan) return neverBegan;
  const { startsOn, endsOn } = placement;
  if (occurredOn >= startsOn && occurredOn <= endsOn && atMs <= now.getTime()) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: injuryMessages.notInPlacement,
    params: { startsOn, endsOn },
    field: 'input.occurredOn',
  };
}

/** A step that an employer or, for filing alone, the worker may take. */
export type InjuryStep = Exclude<InjuryState, 'reported'>;

export interface StepFacts {
  readonly state: InjuryState;
  readonly isRecognised: boolean | null;
  /** Whether the side that asks employs the worker: the lender, or the host of a direct hire. */
  readonly isEmployer: boolean;
  readonly party: Party;
}

/** Whether the next step of an injury can be taken, and by this side. */
export function refuseStep(
  { state, isRecognised, isEmployer, party }: StepFacts,
  next: InjuryStep,
): Refusal | undefined {
  if (!isEmployer && !(party === 'worker' && next === 'applied'))
    return { code: 'FORBIDDEN', message: injuryMessages.onlyEmployer, field: 'input.step' };
  const moved = refuseTransition(injuryTransitions, state, next);
  if (moved) return moved;
  const conflict = { code: 'CONFLICT', field: 'input.step' } as const;
  if (next === 'compensated' && isRecognised === false) return { ...conflict, message: injuryMessages.notRecognised };
  if (next === 'closed' && state === 'decided' && isRecognised !== false)
    return { ...conflict, message: injuryMessages.compensateFirst };
  return undefined;
}

export interface StepInput {
  readonly step: InjuryStep;
  readonly decisionNumber: string;
  readonly isRecognised?: boolean | null;
  readonly costFen?: number | null;
}

/** What a step needs to be told. */
export function refuseIncomplete({ step, decisionNumber, isRecognised, costFen }: StepInput): Refusal | undefined {
  const missing = { code: 'VALIDATION_FAILED' } as const;
  if (step === 'decided' && decisionNumber === '')
    return { ...missing, message: injuryMessages.decisionNeeded, field: 'input.decisionNumber' };
  if (step === 'decided' && (isRecognised === undefined || isRecognised === null))
    return { ...missing, message: injuryMessages.decisionNeeded, field: 'input.isRecognised' };
  if (step === 'compensated' && (costFen === undefined || costFen === null))
    return { ...missing, message: injuryMessages.costNeeded, field: 'input.costFen' };
  return undefined;
}
