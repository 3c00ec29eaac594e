import type { LocalDate } from '../../platform/clock/clock.js';
import type { WageUnit } from '../wage.js';

/** Heads of one occupation at one least skill level. */
export interface AgreedHeads {
  readonly occupationId: string;
  /** 1 to 5. */
  readonly level: number;
  readonly headcount: number;
}

/** What the host pays back to the lender beside the wage, per worker and month, in fen; never a margin (R9). */
export interface Reimbursement {
  readonly kind: 'lodging' | 'meals' | 'transport' | 'training' | 'health_check';
  readonly perWorkerMonthFen: number;
}

export type Provider = 'host' | 'lender' | 'worker';

/**
 * The terms of a cooperation agreement (regulation.md §7). One version of them is proposed whole. What is null or empty is
 * not agreed yet: the gap checker names it, and an agreement with a gap cannot be issued (R8).
 */
export interface AgreementTerms {
  readonly reason: 'season' | 'stoppage' | 'surplus' | null;
  readonly heads: readonly AgreedHeads[];
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly trialDays: number | null;
  /** Where the work is done, in words. */
  readonly site: string;
  readonly duties: string;
  readonly shift: 'day' | 'night' | 'rotating' | null;
  /** Planned working time of a day without breaks, minutes. */
  readonly dailyMinutes: number | null;
  readonly breakMinutes: number | null;
  readonly weeklyDays: number | null;
  readonly restAndLeave: string;
  readonly wageFen: number | null;
  readonly wageUnit: WageUnit | null;
  readonly currency: string;
  /** Pay of overtime in per cent of the hourly wage; at least 150, 200 and 300 (R17). */
  readonly overtimePercent: number | null;
  readonly restDayPercent: number | null;
  readonly holidayPercent: number | null;
  readonly allowances: string;
  /** Day of the month with which a settlement's period ends; 31 stands for the last. */
  readonly cutOffDay: number | null;
  /** Day of the following month by which the host has paid the lender. */
  readonly hostPaysByDay: number | null;
  /** Day of the following month by which the lender has paid the workers. */
  readonly workersPaidByDay: number | null;
  readonly payMethod: string;
  /** The lender keeps paying social insurance (R12); what the host pays back of it, per worker and month, in fen. */
  readonly contributionsFen: number | null;
  readonly reimbursements: readonly Reimbursement[];
  readonly lodging: Provider | null;
  readonly meals: Provider | null;
  readonly transport: Provider | null;
  /** Occupational hazards; «none» has to be said. */
  readonly hazards: string;
  readonly protection: string;
  readonly safetyTrainingHours: number | null;
  /** The host's share of what a work injury costs beyond insurance, per cent (R13). */
  readonly injuryHostPercent: number | null;
  readonly injuryProcess: string;
  readonly commercialInsurance: boolean | null;
  /** In which cases the host may send a worker back (R21). */
  readonly returnCases: string;
  readonly returnNoticeDays: number | null;
  readonly replacementDays: number | null;
  readonly earlyEndNoticeDays: number | null;
  readonly travelAndOtherCosts: string;
  readonly confidentiality: string;
  /** Per ten thousand and day. */
  readonly latePaymentBasisPoints: number | null;
  readonly disputeForum: 'mediation' | 'arbitration' | 'court' | null;
  /** The host binds itself to use workers' data for this placement alone (R38). */
  readonly dataPurposeBound: boolean | null;
}

/** A term by its name. */
export type Term = keyof AgreementTerms;
