import { canonical } from '../../platform/digest/digest.js';
import type { AgreementTerms, Term } from './terms.js';

const nothing: AgreementTerms = {
  reason: null,
  heads: [],
  startsOn: '',
  endsOn: '',
  trialDays: null,
  site: '',
  duties: '',
  shift: null,
  dailyMinutes: null,
  breakMinutes: null,
  weeklyDays: null,
  restAndLeave: '',
  wageFen: null,
  wageUnit: null,
  currency: 'CNY',
  overtimePercent: null,
  restDayPercent: null,
  holidayPercent: null,
  allowances: '',
  cutOffDay: null,
  hostPaysByDay: null,
  workersPaidByDay: null,
  payMethod: '',
  contributionsFen: null,
  reimbursements: [],
  lodging: null,
  meals: null,
  transport: null,
  hazards: '',
  protection: '',
  safetyTrainingHours: null,
  injuryHostPercent: null,
  injuryProcess: '',
  commercialInsurance: null,
  returnCases: '',
  returnNoticeDays: null,
  replacementDays: null,
  earlyEndNoticeDays: null,
  travelAndOtherCosts: '',
  confidentiality: '',
  latePaymentBasisPoints: null,
  disputeForum: null,
  dataPurposeBound: null,
};

/** Every term, in the order in which an agreement has them. */
export const allTerms = Object.keys(nothing) as readonly Term[];

/** Terms with every field there: what a caller left out is not agreed. Unknown fields are dropped. */
export function wholeTerms(given: Partial<Record<Term, unknown>>): AgreementTerms {
  const entries = allTerms.map((term) => [term, given[term] ?? nothing[term]] as const);
  return Object.fromEntries(entries) as unknown as AgreementTerms;
}

/** Heads of all occupations together. */
export function headsOf({ heads }: Pick<AgreementTerms, 'heads'>): number {
  return heads.reduce((sum, { headcount }) => sum + headcount, 0);
}

/** What changed from one version to the next, in the order of the terms. */
export function differences(before: AgreementTerms, after: AgreementTerms): Term[] {
  return allTerms.filter((term) => canonical(before[term]) !== canonical(after[term]));
}
