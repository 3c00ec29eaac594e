import type { LocalDate } from '../../platform/clock/clock.js';
import { type Costs, costsFor, isBelowMinimum, type Pay, payFor, type PayTerms, type Work } from './pay.rules.js';
import { daysBetween, type Period } from './period.rules.js';

/** A day of work that no issued settlement counts yet. */
export interface WorkedDay extends Work {
  readonly id: string;
  readonly workerId: string;
  readonly day: LocalDate;
  readonly state: 'recorded' | 'confirmed' | 'disputed' | 'resolved';
}

/** What a settlement is made of. */
export interface SettlementFacts {
  /** Days up to the period's end. */
  readonly days: readonly WorkedDay[];
  /** Periods of the agreement's other settlements that are not issued: their days are theirs. */
  readonly openPeriods: readonly Period[];
  /** Placements that took place, at least partly in the period. */
  readonly placements: readonly (Period & { readonly workerId: string })[];
  /** Granted objections to earlier lines, not paid yet. */
  readonly corrections: readonly { readonly id: string; readonly workerId: string; readonly correctionFen: number }[];
  /** Workers whose line carries a payment or an objection, and so stays, if need be at zero. */
  readonly keptWorkerIds: readonly string[];
  /** Minimum wage of a month where the work is; undefined where none is known. */
  readonly monthlyMinimumFen: number | undefined;
}

export interface ComputedLine extends Work, Pay, Costs {
  readonly workerId: string;
  readonly days: number;
  readonly carriedDays: number;
  readonly placementDays: number;
  readonly correctionFen: number;
  readonly totalFen: number;
  readonly belowMinimum: boolean;
}

export interface ComputedSettlement {
  readonly lines: readonly ComputedLine[];
  readonly dayIds: readonly string[];
  readonly correctionIds: readonly string[];
  /** Days that nobody agreed to yet. */
  readonly leftOutDays: number;
}

/**
 * A settlement from its facts. Days that both sides agreed to count; those of earlier periods that were left out then
 * are carried into this one. Costs go by the calendar days of placement, so carried days cost nothing twice.
 */
export function settle(period: Period, terms: PayTerms, facts: SettlementFacts): ComputedSettlement {
  const due = facts.days.filter(
    ({ day }) => day >= period.startsOn || !facts.openPeriods.some((open) => holds(open, day)),
  );
  const counted = due.filter(({ state }) => state === 'confirmed' || state === 'resolved');
  const daysOf = groupBy(counted);
  const placementsOf = groupBy(facts.placements);
  const correctionsOf = groupBy(facts.corrections);
  const workerIds = new Set([
    ...daysOf.keys(),
    ...placementsOf.keys(),
    ...correctionsOf.keys(),
    ...facts.keptWorkerIds,
  ]);
  const lines = [...workerIds].map((workerId) => {
    const days = daysOf.get(workerId) ?? [];
    const placementDays = sum(placementsOf.get(workerId) ?? [], (placement) => overlap(placement, period));
    const correctionFen = sum(correctionsOf.get(workerId) ?? [], (granted) => granted.correctionFen);
    const line = lineOf(period, terms, days, placementDays, correctionFen);
    const minimum = facts.monthlyMinimumFen;
    return {
      ...{ workerId, ...line },
      belowMinimum: minimum !== undefined && isBelowMinimum(line, line.wageFen, terms, minimum),
    };
  });
  return {
    lines,
    dayIds: counted.map(({ id }) => id),
    correctionIds: facts.corrections.map(({ id }) => id),
    leftOutDays: due.length - counted.length,
  };
}

function lineOf(
  period: Period,
  terms: PayTerms,
  days: readonly WorkedDay[],
  placementDays: number,
  correctionFen: number,
): Omit<ComputedLine, 'workerId' | 'belowMinimum'> {
  const work: Work = {
    normalMinutes: sum(days, (day) => day.normalMinutes),
    overtimeMinutes: sum(days, (day) => day.overtimeMinutes),
    restDayMinutes: sum(days, (day) => day.restDayMinutes),
    holidayMinutes: sum(days, (day) => day.holidayMinutes),
    pieces: sum(days, (day) => day.pieces),
  };
  const pay = payFor(work, terms);
  const costs = costsFor({ placementDays, periodDays: daysBetween(period.startsOn, period.endsOn) }, terms);
  return {
    ...{ ...work, ...pay, ...costs, placementDays, correctionFen },
    days: days.length,
    carriedDays: days.filter(({ day }) => day < period.startsOn).length,
    totalFen: sum(Object.values({ ...pay, ...costs }), (fen) => fen) + correctionFen,
  };
}

/** What is due to the worker themself, of a line. */
export function payDue(line: Pay & { readonly correctionFen: number }): number {
  return line.wageFen + line.overtimeFen + line.restDayFen + line.holidayFen + line.correctionFen;
}

const holds = (period: Period, day: LocalDate): boolean => period.startsOn <= day && day <= period.endsOn;

function overlap(one: Period, other: Period): number {
  return daysBetween(
    one.startsOn > other.startsOn ? one.startsOn : other.startsOn,
    one.endsOn < other.endsOn ? one.endsOn : other.endsOn,
  );
}

function sum<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}

function groupBy<T extends { readonly workerId: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.workerId);
    if (group) group.push(item);
    else groups.set(item.workerId, [item]);
  }
  return groups;
}
