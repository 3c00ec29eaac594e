import type { Problem, Solution } from '../../engine/index.js';
import type { Candidate, CapacityPart, FreeDay, Minutes, OpenStep } from './capacity-market.js';

/** The engine's form of a part, without setup, least minutes, order of steps and whole requests. */
export interface Relaxation {
  readonly problem: Problem;
  /** The candidate of each edge. */
  readonly candidate: Int32Array;
}

const maxScore = 1_000_000;

/** What it fills bounds every plan, and where its plan happens to keep all rules it is the best there is. */
export function relaxationOf(
  { candidates: indices }: CapacityPart,
  slots: readonly FreeDay[],
  steps: readonly OpenStep[],
  candidates: readonly Candidate[],
): Relaxation {
  const of = indices.map((index) => ({ index, ...(candidates[index] ?? { step: 0, slot: 0, fenPerMinute: 0 }) }));
  const slotsUsed = [...new Set(of.map(({ slot }) => slot))].sort((a, b) => a - b);
  const stepsUsed = [...new Set(of.map(({ step }) => step))].sort((a, b) => a - b);
  const sinkOf = new Map(stepsUsed.map((step, sink) => [step, sink]));
  const sourceOf = new Map(slotsUsed.map((slot, source) => [slot, source]));
  const edges = of.toSorted((a, b) => a.slot - b.slot || a.step - b.step);
  const dearest = edges.reduce((most, { fenPerMinute }) => Math.max(most, fenPerMinute), 0) || 1;
  const rowStart = new Int32Array(slotsUsed.length + 1);
  for (const { slot } of edges) {
    const row = (sourceOf.get(slot) ?? 0) + 1;
    rowStart[row] = (rowStart[row] ?? 0) + 1;
  }
  for (let row = 1; row < rowStart.length; row++) rowStart[row] = (rowStart[row] ?? 0) + (rowStart[row - 1] ?? 0);
  return {
    problem: {
      supply: Int32Array.from(slotsUsed, (slot) => slots[slot]?.free ?? 0),
      demand: Int32Array.from(stepsUsed, (step) => steps[step]?.unmet ?? 0),
      priority: new Uint8Array(stepsUsed.length).fill(1),
      rowStart,
      sink: Int32Array.from(edges, ({ step }) => sinkOf.get(step) ?? 0),
      score: Int32Array.from(edges, ({ fenPerMinute }) => maxScore - Math.round((fenPerMinute / dearest) * maxScore)),
    },
    candidate: Int32Array.from(edges, ({ index }) => index),
  };
}

export function minutesOf({ candidate }: Relaxation, { edge, units }: Solution): Minutes {
  return new Map(Array.from(edge, (at, i) => [candidate[at] ?? 0, units[i] ?? 0]));
}
