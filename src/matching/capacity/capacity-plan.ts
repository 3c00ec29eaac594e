import type { Problem, Solution } from '../../engine/index.js';
import type { SolveProgram } from '../solver/programs.service.js';
import {
  candidatesOf,
  type CapacityPart,
  type FreeDay,
  type Minutes,
  type OpenStep,
  partsOf,
} from './capacity-market.js';
import { planGreedily } from './capacity-greedy.js';
import { CapacityProgram } from './capacity-program.js';
import { minutesOf, relaxationOf } from './capacity-relaxation.js';
import { brokenRule, type CapacityMarketFacts, sum } from './capacity.rules.js';

export interface CapacityPlan {
  readonly facts: CapacityMarketFacts;
  readonly minutes: Minutes;
  /** The share of the bound of all parts together that is not filled. */
  readonly gap: number;
  readonly isProven: boolean;
}

export interface CapacitySolvers {
  readonly solve: (problem: Problem) => Promise<Solution>;
  readonly solveProgram: SolveProgram;
  /** Seconds since some moment. */
  readonly seconds: () => number;
}

/** Of all programmes of a run together, in seconds. */
const timeBudgetS = 30;
/** With more candidates than this a part is planned in batches of requests, each around what the others have. */
const maxCandidates = 1200;

/**
 * The plan of a market: most minutes first, then their cost. A part that has the engine's form is solved by it, exactly;
 * what has an order, setup, or must be whole is a mixed-integer programme, which begins with a greedy plan and has a time
 * budget. What the engine fills without those rules bounds every plan.
 */
export async function planCapacity(
  slots: readonly FreeDay[],
  steps: readonly OpenStep[],
  solvers: CapacitySolvers,
): Promise<CapacityPlan> {
  const facts = { slots, steps, candidates: candidatesOf(slots, steps) };
  const deadline = solvers.seconds() + timeBudgetS;
  const minutes = new Map<number, number>();
  let [bound, isProven] = [0, true];
  for (const part of partsOf(slots, steps, facts.candidates)) {
    const planned = await planPart(facts, part, solvers, deadline);
    for (const [c, of] of planned.minutes) minutes.set(c, of);
    bound += planned.bound;
    isProven &&= planned.isProven;
  }
  return { facts, minutes, isProven, gap: bound === 0 ? 0 : (bound - sum(minutes.values())) / bound };
}

interface PartPlan {
  readonly minutes: Minutes;
  readonly bound: number;
  readonly isProven: boolean;
}

async function planPart(
  facts: CapacityMarketFacts,
  part: CapacityPart,
  solvers: CapacitySolvers,
  deadline: number,
): Promise<PartPlan> {
  const relaxation = relaxationOf(part, facts.slots, facts.steps, facts.candidates);
  const solution = await solvers.solve(relaxation.problem);
  const relaxed = minutesOf(relaxation, solution);
  const isSound = brokenRule(facts, relaxed) === undefined;
  if (isSound) return { minutes: relaxed, bound: solution.filled, isProven: solution.proven };

  let minutes = planGreedily(facts, part);
  const batches = batchesOf(facts, part);
  let isProven = batches.length === 1;
  for (const batch of batches) {
    const timeLimitS = Math.min(deadline - solvers.seconds(), timeBudgetS / batches.length);
    if (timeLimitS <= 0) return { minutes, bound: solution.filled, isProven: false };
    const better = await improve(facts, batch, minutes, solvers.solveProgram, timeLimitS);
    minutes = better.minutes;
    isProven &&= better.isOptimal;
  }
  return { minutes, bound: isProven ? sum(minutes.values()) : solution.filled, isProven };
}

/** Whole requests, so many that their candidates are few enough for one programme. */
function batchesOf({ steps, candidates }: CapacityMarketFacts, part: CapacityPart): CapacityPart[] {
  const byRequest = new Map<string, { steps: number[]; candidates: number[] }>();
  const of = (s: number): { steps: number[]; candidates: number[] } => {
    const id = steps[s]?.requestId ?? '';
    const request = byRequest.get(id) ?? { steps: [], candidates: [] };
    byRequest.set(id, request);
    return request;
  };
  for (const s of part.steps) of(s).steps.push(s);
  for (const c of part.candidates) of(candidates[c]?.step ?? -1).candidates.push(c);
  const batches: { steps: number[]; candidates: number[] }[] = [];
  for (const request of byRequest.values()) {
    const last = batches.at(-1);
    if (last && last.candidates.length + request.candidates.length <= maxCandidates) {
      last.steps.push(...request.steps);
      last.candidates.push(...request.candidates);
    } else batches.push(request);
  }
  return batches;
}

/** Plans the requests of a batch anew, with the days that the others leave. */
async function improve(
  facts: CapacityMarketFacts,
  batch: CapacityPart,
  minutes: Minutes,
  solveProgram: SolveProgram,
  timeLimitS: number,
): Promise<{ readonly minutes: Minutes; readonly isOptimal: boolean }> {
  const mine = new Set(batch.candidates);
  const [own, others] = [new Map<number, number>(), new Map<number, number>()];
  for (const [c, of] of minutes) (mine.has(c) ? own : others).set(c, of);
  const left = { ...facts, slots: withoutUsed(facts, others) };
  const stated = new CapacityProgram(left, batch);
  const program = stated.program.finish();
  const outcome = await solveProgram(program, { timeLimitS, start: stated.startOf(own) });
  if (!outcome.values) return { minutes, isOptimal: false };
  const found = stated.planOf(outcome.values);
  const isBetter = brokenRule(left, found) === undefined && sum(found.values()) >= sum(own.values());
  if (!isBetter) return { minutes, isOptimal: false };
  return { minutes: new Map([...others, ...found]), isOptimal: outcome.isOptimal };
}

/** Days with what a plan leaves of them; setup is spent on the first day of each of its bookings. */
function withoutUsed({ slots, candidates }: CapacityMarketFacts, minutes: Minutes): FreeDay[] {
  const used = new Map<number, number>();
  const first = new Map<string, number>();
  for (const [c, of] of minutes) {
    const { step = -1, slot = -1 } = candidates[c] ?? {};
    used.set(slot, (used.get(slot) ?? 0) + of);
    const booking = `${step} ${slots[slot]?.windowId ?? ''}`;
    const sofar = first.get(booking);
    if (sofar === undefined || (slots[slot]?.day ?? 0) < (slots[sofar]?.day ?? 0)) first.set(booking, slot);
  }
  for (const slot of first.values()) used.set(slot, (used.get(slot) ?? 0) + (slots[slot]?.setupMinutes ?? 0));
  return slots.map((slot, index) => ({ ...slot, free: slot.free - (used.get(index) ?? 0) }));
}
