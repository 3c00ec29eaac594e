import { type Entry, Program } from '../solver/program.js';
import type { CapacityPart, Minutes } from './capacity-market.js';
import { type CapacityMarketFacts, daysOfSteps } from './capacity.rules.js';

/** A minute more is worth so many times the dearest minute: hours first, then their cost. */
const minutesFirst = 1000;

/** A part of the market as a programme, with the columns that tell its plan. */
export class CapacityProgram {
  readonly program = new Program();
  /** Column of each candidate, and how many minutes one unit of it stands for. */
  private readonly columns = new Map<number, { readonly column: number; readonly minutes: number }>();
  /** By step: the column per day that is 1 once the step is over; the first day comes first. */
  private readonly over = new Map<number, { readonly from: number; readonly columns: readonly number[] }>();
  private readonly begun = new Map<number, number>();
  private readonly whole = new Map<string, number>();

  constructor(
    private readonly facts: CapacityMarketFacts,
    private readonly part: CapacityPart,
  ) {
    this.addMinutes();
    this.addSteps();
    this.addOrder();
    this.addDays();
  }

  /** Minutes of a solution. */
  planOf(values: Float64Array): Minutes {
    const plan = new Map<number, number>();
    for (const [c, { column, minutes }] of this.columns) {
      const of = Math.round(values[column] ?? 0) * minutes;
      if (of > 0) plan.set(c, of);
    }
    return plan;
  }

  /** A plan as values of the columns, to begin with. */
  startOf(plan: Minutes): Float64Array {
    const values = new Float64Array(this.program.columnCount);
    const days = daysOfSteps(this.facts, plan);
    for (const [c, { column, minutes }] of this.columns) values[column] = (plan.get(c) ?? 0) / minutes;
    for (const [s, { from, columns }] of this.over)
      for (const [n, column] of columns.entries()) values[column] = from + n >= (days[s]?.last ?? -Infinity) ? 1 : 0;
    for (const [c, column] of this.begun) values[column] = this.begins(c, plan) ? 1 : 0;
    for (const s of this.part.steps) {
      const step = this.facts.steps[s];
      const column = step && this.whole.get(step.requestId);
      if (column !== undefined && days[s]?.last !== undefined) values[column] = 1;
    }
    return values;
  }

  private begins(c: number, plan: Minutes): boolean {
    const { slots } = this.facts;
    const mine = this.candidate(c);
    const windowId = slots[mine.slot]?.windowId;
    const dayOf = (other: number): number => slots[this.candidate(other).slot]?.day ?? 0;
    const days = [...plan.keys()]
      .filter((other) => this.candidate(other).step === mine.step)
      .filter((other) => slots[this.candidate(other).slot]?.windowId === windowId)
      .map(dayOf);
    return plan.has(c) && dayOf(c) === Math.min(...days);
  }

  private candidate(c: number): { readonly step: number; readonly slot: number; readonly fenPerMinute: number } {
    return this.facts.candidates[c] ?? { step: -1, slot: -1, fenPerMinute: 0 };
  }

  /** Minutes of each candidate: nothing, or at least the window's least; all of the step where it may not be split. */
  private addMinutes(): void {
    const { slots, steps } = this.facts;
    const prices = this.part.candidates.map((c) => this.candidate(c).fenPerMinute);
    const gain = minutesFirst * Math.max(1, ...prices);
    for (const c of this.part.candidates) {
      const { step: s, slot: d, fenPerMinute } = this.candidate(c);
      const [step, slot] = [steps[s], slots[d]];
      if (!step || !slot) continue;
      const minutes = step.splitAllowed ? 1 : step.unmet;
      const upper = step.splitAllowed ? Math.min(slot.free, step.unmet) : 1;
      const isSemi = step.splitAllowed && slot.minimumMinutes > 1;
      const column = this.program.column(
        (gain - fenPerMinute) * minutes,
        isSemi ? slot.minimumMinutes : 0,
        upper,
        isSemi ? 'semiinteger' : 'integer',
      );
      this.columns.set(c, { column, minutes });
      if (slot.setupMinutes > 0)
        this.begun.set(c, this.program.column(-fenPerMinute * slot.setupMinutes, 0, 1, 'integer'));
    }
  }

  /** No step gets more than it lacks; all steps of a request that wants so get all or nothing. */
  private addSteps(): void {
    for (const [s, of] of this.candidatesBy(({ step }) => step)) {
      const step = this.facts.steps[s];
      if (!step) continue;
      const entries = of.flatMap((c) => this.entry(c));
      if (!step.allOrNothing) {
        this.program.row(0, step.unmet, entries);
        continue;
      }
      const whole = this.whole.get(step.requestId) ?? this.program.column(0, 0, 1, 'integer');
      this.whole.set(step.requestId, whole);
      this.program.row(0, 0, [...entries, [whole, -step.unmet]]);
    }
    for (const s of this.part.steps) this.refuseHalf(s);
  }

  /** A step that no day serves keeps a request from being whole. */
  private refuseHalf(s: number): void {
    const step = this.facts.steps[s];
    const whole = step && this.whole.get(step.requestId);
    const isServed = this.part.candidates.some((c) => this.candidate(c).step === s);
    if (whole !== undefined && !isServed) this.program.row(0, 0, [[whole, 1]]);
  }

  /** A step has no minutes after it is over, and the next none before, nor on the road. */
  private addOrder(): void {
    const { steps, slots } = this.facts;
    const before = new Map<number, number>();
    for (const [n, s] of this.part.steps.entries()) {
      const previous = this.part.steps[n - 1];
      if (previous !== undefined && steps[previous]?.requestId === steps[s]?.requestId) before.set(s, previous);
    }
    for (const previous of new Set(before.values())) this.addOver(previous);
    for (const [s, previous] of before) this.chain(s, previous);
    for (const c of this.part.candidates) {
      const { step: s, slot } = this.candidate(c);
      const day = slots[slot]?.day ?? 0;
      const column = this.columns.get(c);
      if (!column) continue;
      const upper = (slots[slot]?.free ?? 0) / column.minutes;
      const mine = this.overAt(s, day - 1);
      if (mine !== undefined)
        this.program.row(-Infinity, upper, [
          [column.column, 1],
          [mine, upper],
        ]);
      const previous = before.get(s);
      if (previous === undefined) continue;
      const theirs = this.overAt(previous, day - 1 - (steps[previous]?.transportDays ?? 0));
      // Before the first day that the earlier step may take, it is over only where it takes none at all: on no day then.
      if (theirs === undefined) this.program.row(0, 0, [[column.column, 1]]);
      else
        this.program.row(-Infinity, 0, [
          [column.column, 1],
          [theirs, -upper],
        ]);
    }
  }

  private addOver(s: number): void {
    const step = this.facts.steps[s];
    if (!step) return;
    const columns = Array.from({ length: step.until - step.from + 2 }, () => this.program.column(0, 0, 1, 'integer'));
    for (const [n, column] of columns.entries()) {
      const next = columns[n + 1];
      if (next !== undefined)
        this.program.row(-Infinity, 0, [
          [column, 1],
          [next, -1],
        ]);
    }
    this.over.set(s, { from: step.from - 1, columns });
  }

  /** A later step is not over before the earlier one. */
  private chain(s: number, previous: number): void {
    const [mine, transport] = [this.over.get(s), this.facts.steps[previous]?.transportDays ?? 0];
    for (const [n, column] of (mine?.columns ?? []).entries()) {
      const theirs = this.overAt(previous, (mine?.from ?? 0) + n - transport);
      if (theirs !== undefined)
        this.program.row(-Infinity, 0, [
          [column, 1],
          [theirs, -1],
        ]);
    }
  }

  /** The column that says that a step is over by the end of a day; the last one for all days after. */
  private overAt(s: number, day: number): number | undefined {
    const over = this.over.get(s);
    return over?.columns[Math.min(day - over.from, over.columns.length - 1)];
  }

  /** What is free on a day, setup included, which falls on the first day of a booking. */
  private addDays(): void {
    const { slots } = this.facts;
    for (const [d, of] of this.candidatesBy(({ slot }) => slot)) {
      const entries = of.flatMap((c): Entry[] => {
        const begun = this.begun.get(c);
        return [...this.entry(c), ...(begun === undefined ? [] : [[begun, slots[d]?.setupMinutes ?? 0] as const])];
      });
      this.program.row(0, slots[d]?.free ?? 0, entries);
    }
    for (const c of this.begun.keys()) this.addBooking(c);
  }

  /** Minutes on a day need a booking that has begun by then. */
  private addBooking(c: number): void {
    const { slots } = this.facts;
    const [mine, column] = [this.candidate(c), this.columns.get(c)];
    const slot = slots[mine.slot];
    if (!slot || !column) return;
    const earlier = [...this.begun].filter(([other]) => {
      const { step, slot: d } = this.candidate(other);
      return step === mine.step && slots[d]?.windowId === slot.windowId && slots[d].day <= slot.day;
    });
    const upper = slot.free / column.minutes;
    this.program.row(-Infinity, 0, [[column.column, 1], ...earlier.map(([, begun]): Entry => [begun, -upper])]);
  }

  private entry(c: number): Entry[] {
    const column = this.columns.get(c);
    return column ? [[column.column, column.minutes]] : [];
  }

  private candidatesBy(key: (candidate: { step: number; slot: number }) => number): Map<number, number[]> {
    const groups = new Map<number, number[]>();
    for (const c of this.part.candidates) {
      const of = key(this.candidate(c));
      const group = groups.get(of);
      if (group) group.push(c);
      else groups.set(of, [c]);
    }
    return groups;
  }
}
