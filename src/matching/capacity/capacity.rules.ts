import type { Candidate, FreeDay, Minutes, OpenStep } from './capacity-market.js';

/** Everything that a plan speaks of. */
export interface CapacityMarketFacts {
  readonly slots: readonly FreeDay[];
  readonly steps: readonly OpenStep[];
  readonly candidates: readonly Candidate[];
}

/** The first rule that a plan breaks, in words for tests and logs; undefined for a sound plan. */
export function brokenRule(facts: CapacityMarketFacts, minutes: Minutes): string | undefined {
  return (
    brokenDay(facts, minutes) ??
    brokenStep(facts, minutes) ??
    brokenOrder(facts, minutes) ??
    brokenWhole(facts, minutes)
  );
}

/** No more than is free, setup on the first day of a booking included; no less than the least. */
function brokenDay({ slots, candidates }: CapacityMarketFacts, minutes: Minutes): string | undefined {
  const used = new Map<number, number>();
  const firstDay = new Map<string, Candidate>();
  for (const [c, of] of minutes) {
    const candidate = candidates[c];
    const slot = candidate && slots[candidate.slot];
    if (!candidate || !slot) return 'no such candidate';
    if (of < slot.minimumMinutes) return 'less than the least of a day';
    used.set(candidate.slot, (used.get(candidate.slot) ?? 0) + of);
    const booking = `${candidate.step} ${slot.windowId}`;
    const first = firstDay.get(booking);
    if (!first || slot.day < (slots[first.slot]?.day ?? 0)) firstDay.set(booking, candidate);
  }
  for (const { slot } of firstDay.values()) used.set(slot, (used.get(slot) ?? 0) + (slots[slot]?.setupMinutes ?? 0));
  return [...used].some(([slot, of]) => of > (slots[slot]?.free ?? 0)) ? 'more than is free on a day' : undefined;
}

/** No more than a step lacks; all of it on one day where it may not be split. */
function brokenStep(facts: CapacityMarketFacts, minutes: Minutes): string | undefined {
  const parts = partsOfSteps(facts, minutes);
  for (const [s, { unmet, splitAllowed }] of facts.steps.entries()) {
    const of = parts[s] ?? [];
    const total = sum(of);
    if (total > unmet) return 'more than a step lacks';
    if (!splitAllowed && of.length > 0 && (of.length > 1 || total < unmet)) return 'a step that may not be split';
  }
  return undefined;
}

/** A step begins after the last day of those before it and the days on the road. */
function brokenOrder(facts: CapacityMarketFacts, minutes: Minutes): string | undefined {
  const days = daysOfSteps(facts, minutes);
  for (const [s, { requestId, transportDays }] of facts.steps.entries()) {
    const last = days[s]?.last;
    for (let later = s + 1; facts.steps[later]?.requestId === requestId; later++) {
      const first = days[later]?.first;
      if (last !== undefined && first !== undefined && first <= last + transportDays) return 'steps out of order';
    }
  }
  return undefined;
}

function brokenWhole(facts: CapacityMarketFacts, minutes: Minutes): string | undefined {
  const parts = partsOfSteps(facts, minutes);
  const lacking = new Map<string, { got: number; unmet: number }>();
  for (const [s, { requestId, unmet, allOrNothing }] of facts.steps.entries()) {
    if (!allOrNothing) continue;
    const sofar = lacking.get(requestId) ?? { got: 0, unmet: 0 };
    lacking.set(requestId, { got: sofar.got + sum(parts[s] ?? []), unmet: sofar.unmet + unmet });
  }
  const isHalf = [...lacking.values()].some(({ got, unmet }) => got > 0 && got < unmet);
  return isHalf ? 'a part of a request that wants all or nothing' : undefined;
}

/** Minutes of each step's days. */
export function partsOfSteps({ steps, candidates }: CapacityMarketFacts, minutes: Minutes): number[][] {
  const parts = steps.map((): number[] => []);
  for (const [c, of] of minutes) parts[candidates[c]?.step ?? -1]?.push(of);
  return parts;
}

/** First and last day of each step. */
export function daysOfSteps(
  { slots, steps, candidates }: CapacityMarketFacts,
  minutes: Minutes,
): { first: number | undefined; last: number | undefined }[] {
  const days = steps.map(() => ({ first: undefined as number | undefined, last: undefined as number | undefined }));
  for (const c of minutes.keys()) {
    const candidate = candidates[c];
    const at = candidate && days[candidate.step];
    const day = candidate && slots[candidate.slot]?.day;
    if (!at || day === undefined) continue;
    at.first = Math.min(at.first ?? day, day);
    at.last = Math.max(at.last ?? day, day);
  }
  return days;
}

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
