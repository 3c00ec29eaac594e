import type { AgreementTerms } from '../agreements/terms.js';
import { WageUnit } from '../wage.js';

/**
 * Pay in integer fen. Every part is one exact fraction, rounded once, half up; BigInt, because a product of wage, minutes
 * and per cent passes 2^53. The same amounts are computed a second time by `settlement_recount` in SQL.
 */

/** Statutory pay days of a month, 21.75, at 8 hours (劳社部发〔2008〕3号): 174 hours by which a monthly wage is divided. */
const MONTH_MINUTES = 174n * 60n;
const MONTHS_OF_YEAR = 12n;
/** What a day and a week have where the terms are silent: 8 hours, 5 days. */
const DAY_MINUTES = 480;
const WEEK_DAYS = 5;

/** Least pay of each class of time in per cent of normal pay (劳动法 44, R17). */
export const leastPercents = { overtime: 150, restDay: 200, holiday: 300 } as const;

/** What the agreed terms say about money. */
export interface PayTerms {
  readonly wageFen: number;
  readonly wageUnit: WageUnit;
  readonly dailyMinutes: number;
  readonly weeklyDays: number;
  readonly overtimePercent: number;
  readonly restDayPercent: number;
  readonly holidayPercent: number;
  /** Per worker and month. */
  readonly contributionsFen: number;
  readonly reimbursementsFen: number;
}

/** What one worker did in a period. */
export interface Work {
  readonly normalMinutes: number;
  readonly overtimeMinutes: number;
  readonly restDayMinutes: number;
  readonly holidayMinutes: number;
  readonly pieces: number;
}

export interface Presence {
  /** Calendar days of the period on which the worker was placed. */
  readonly placementDays: number;
  readonly periodDays: number;
}

export interface Pay {
  readonly wageFen: number;
  readonly overtimeFen: number;
  readonly restDayFen: number;
  readonly holidayFen: number;
}

export interface Costs {
  readonly contributionsFen: number;
  readonly reimbursementsFen: number;
}

/** The money part of agreed terms; undefined while no wage is agreed. Percents are never below the law's (R17). */
export function payTermsOf(terms: AgreementTerms): PayTerms | undefined {
  if (terms.wageFen === null || terms.wageUnit === null) return undefined;
  return {
    wageFen: terms.wageFen,
    wageUnit: terms.wageUnit,
    dailyMinutes: terms.dailyMinutes || DAY_MINUTES,
    weeklyDays: terms.weeklyDays || WEEK_DAYS,
    overtimePercent: atLeast(terms.overtimePercent, leastPercents.overtime),
    restDayPercent: atLeast(terms.restDayPercent, leastPercents.restDay),
    holidayPercent: atLeast(terms.holidayPercent, leastPercents.holiday),
    contributionsFen: terms.contributionsFen ?? 0,
    reimbursementsFen: terms.reimbursements.reduce((sum, { perWorkerMonthFen }) => sum + perWorkerMonthFen, 0),
  };
}

const atLeast = (agreed: number | null, least: number): number => Math.max(agreed ?? 0, least);

/**
 * The pay of some work. A time wage pays each minute at its class's per cent. A piece wage pays every piece, and for time
 * beyond normal hours the premium above 100 %, on what pieces earned in that share of the time.
 */
export function payFor(work: Work, terms: PayTerms): Pay {
  const classes = [
    [work.overtimeMinutes, terms.overtimePercent],
    [work.restDayMinutes, terms.restDayPercent],
    [work.holidayMinutes, terms.holidayPercent],
  ] as const;
  const wage = BigInt(terms.wageFen);
  if (terms.wageUnit === WageUnit.PIECE) {
    const earned = wage * BigInt(work.pieces);
    const minutes = BigInt(minutesOf(work));
    const [overtimeFen = 0, restDayFen = 0, holidayFen = 0] = classes.map(([share, percent]) =>
      minutes === 0n ? 0 : roundHalfUp(earned * BigInt(share) * BigInt(percent - 100), minutes * 100n),
    );
    return { wageFen: roundHalfUp(earned, 1n), overtimeFen, restDayFen, holidayFen };
  }
  const unit = unitMinutes(terms.wageUnit, terms);
  const [overtimeFen = 0, restDayFen = 0, holidayFen = 0] = classes.map(([share, percent]) =>
    roundHalfUp(wage * BigInt(share) * BigInt(percent), unit * 100n),
  );
  return { wageFen: roundHalfUp(wage * BigInt(work.normalMinutes), unit), overtimeFen, restDayFen, holidayFen };
}

/** What the host pays back to the lender beside pay, by the calendar days on which the worker was placed. */
export function costsFor({ placementDays, periodDays }: Presence, terms: PayTerms): Costs {
  const share = (fen: number): number => roundHalfUp(BigInt(fen) * BigInt(placementDays), BigInt(periodDays));
  return { contributionsFen: share(terms.contributionsFen), reimbursementsFen: share(terms.reimbursementsFen) };
}

/** Whether pay for normal work lies below the local minimum wage for that time (R18); a fen lost to rounding does not. */
export function isBelowMinimum(work: Work, wageFen: number, terms: PayTerms, monthlyMinimumFen: number): boolean {
  const minutes = terms.wageUnit === WageUnit.PIECE ? minutesOf(work) : work.normalMinutes;
  return BigInt(wageFen + 1) * MONTH_MINUTES <= BigInt(monthlyMinimumFen) * BigInt(minutes);
}

/** `numerator / denominator` of non-negative numbers to the nearest integer, a half up. */
export function roundHalfUp(numerator: bigint, denominator: bigint): number {
  const rounded = Number((2n * numerator + denominator) / (2n * denominator));
  if (!Number.isSafeInteger(rounded)) throw new RangeError('an amount of money is beyond what can be exact');
  return rounded;
}

function unitMinutes(unit: Exclude<WageUnit, WageUnit.PIECE>, { dailyMinutes, weeklyDays }: PayTerms): bigint {
  switch (unit) {
    case WageUnit.HOUR:
      return 60n;
    case WageUnit.DAY:
      return BigInt(dailyMinutes);
    case WageUnit.WEEK:
      return BigInt(dailyMinutes) * BigInt(weeklyDays);
    case WageUnit.MONTH:
      return MONTH_MINUTES;
    case WageUnit.YEAR:
      return MONTH_MINUTES * MONTHS_OF_YEAR;
  }
}

const minutesOf = (work: Work): number =>
  work.normalMinutes + work.overtimeMinutes + work.restDayMinutes + work.holidayMinutes;
