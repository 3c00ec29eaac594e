import { type AttributeBound, unkeptBound } from '../../capacity/index.js';
import { distanceM, type Place } from '../edges/distance.js';

/** What is free on a day of an open window. Days are counted from 1970-01-01. */
export interface FreeDay extends Place {
  readonly windowId: string;
  readonly enterpriseId: string;
  readonly processId: string;
  readonly attributes: Readonly<Record<string, number>>;
  readonly withOperators: boolean;
  readonly currency: string;
  readonly fenPerHour: number;
  /** Minutes that a booking takes on its first day, besides the work. */
  readonly setupMinutes: number;
  /** The least that is booked of a day. */
  readonly minimumMinutes: number;
  readonly day: number;
  readonly free: number;
}

/** A step of an open request that lacks minutes. */
export interface OpenStep extends Place {
  readonly requestId: string;
  readonly step: number;
  readonly enterpriseId: string;
  readonly processId: string;
  readonly attributes: readonly AttributeBound[];
  readonly needsOperators: 'yes' | 'no' | 'either';
  readonly unmet: number;
  /** Days on the road between this step's last day and the next step's first. */
  readonly transportDays: number;
  /** The first and the last day that may be booked: the request's period, between what other steps have booked. */
  readonly from: number;
  readonly until: number;
  readonly maxDistanceM: number | null;
  readonly maxFenPerHour: number | null;
  readonly currency: string;
  /** Whether it may be spread over days and windows, and be booked in part. */
  readonly splitAllowed: boolean;
  readonly allOrNothing: boolean;
}

/** A day that serves a step: indices of both. */
export interface Candidate {
  readonly step: number;
  readonly slot: number;
  readonly fenPerMinute: number;
}

/** All days that serve steps, by step, then by day and price. */
export function candidatesOf(slots: readonly FreeDay[], steps: readonly OpenStep[]): Candidate[] {
  const byProcess = new Map<string, number[]>();
  for (const [index, { processId }] of slots.entries()) {
    const of = byProcess.get(processId);
    if (of) of.push(index);
    else byProcess.set(processId, [index]);
  }
  return steps.flatMap((step, s) => {
    const fitting = (byProcess.get(step.processId) ?? []).filter((slot) => fits(slots[slot], step));
    const found = fitting.map((slot) => ({ step: s, slot, fenPerMinute: (slots[slot]?.fenPerHour ?? 0) / 60 }));
    const dayOf = ({ slot }: Candidate): number => slots[slot]?.day ?? 0;
    return found.toSorted((a, b) => dayOf(a) - dayOf(b) || a.fenPerMinute - b.fenPerMinute || a.slot - b.slot);
  });
}

function fits(slot: FreeDay | undefined, step: OpenStep): boolean {
  if (!slot || slot.enterpriseId === step.enterpriseId || slot.currency !== step.currency) return false;
  if (slot.day < step.from || slot.day > step.until) return false;
  if (step.maxFenPerHour !== null && slot.fenPerHour > step.maxFenPerHour) return false;
  if (step.needsOperators !== 'either' && (step.needsOperators === 'yes') !== slot.withOperators) return false;
  if (slot.free < slot.minimumMinutes || step.unmet < slot.minimumMinutes) return false;
  if (!step.splitAllowed && slot.free < step.unmet + slot.setupMinutes) return false;
  if (step.maxDistanceM !== null && distanceM(slot, step) > step.maxDistanceM) return false;
  return unkeptBound(step.attributes, slot.attributes) === undefined;
}

/** Minutes by candidate; what is not named gets none. */
export type Minutes = ReadonlyMap<number, number>;

/** A part of the market that nothing connects with the rest: whole requests, and the days that serve them. */
export interface CapacityPart {
  /** Indices of steps, by request and step. */
  readonly steps: readonly number[];
  /** Indices of candidates. */
  readonly candidates: readonly number[];
}

/** Splits a market into parts that share no window and no request. */
export function partsOf(
  slots: readonly FreeDay[],
  steps: readonly OpenStep[],
  candidates: readonly Candidate[],
): CapacityPart[] {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  for (const { step, slot } of candidates)
    parent.set(rootOf(slots[slot]?.windowId ?? ''), rootOf(steps[step]?.requestId ?? ''));
  const parts = new Map<string, { steps: number[]; candidates: number[] }>();
  const partOf = (requestId: string): { steps: number[]; candidates: number[] } => {
    const root = rootOf(requestId);
    const part = parts.get(root) ?? { steps: [], candidates: [] };
    parts.set(root, part);
    return part;
  };
  for (const [s, { requestId }] of steps.entries()) partOf(requestId).steps.push(s);
  for (const [c, { step }] of candidates.entries()) partOf(steps[step]?.requestId ?? '').candidates.push(c);
  return [...parts.values()].filter((part) => part.candidates.length > 0);
}
