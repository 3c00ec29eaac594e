import { type Language, type Message, render } from '../../platform/i18n/message.js';
import { paperMessages, termNames, unitMessages, valueNames } from './paper.messages.js';
import { textOf } from './standard-terms.js';
import type { AgreementTerms, Term } from './terms.js';

const units: Partial<Record<Term, Message>> = {
  trialDays: unitMessages.days,
  breakMinutes: unitMessages.minutes,
  weeklyDays: unitMessages.days,
  overtimePercent: unitMessages.percent,
  restDayPercent: unitMessages.percent,
  holidayPercent: unitMessages.percent,
  hostPaysByDay: unitMessages.dayOfMonth,
  workersPaidByDay: unitMessages.dayOfMonth,
  safetyTrainingHours: unitMessages.hours,
  injuryHostPercent: unitMessages.percent,
  returnNoticeDays: unitMessages.days,
  replacementDays: unitMessages.days,
  earlyEndNoticeDays: unitMessages.days,
  latePaymentBasisPoints: unitMessages.perDayInterest,
};

/** What a term is called, for a reader. */
export function termName(term: Term, language: Language): string {
  return render(termNames[term], language);
}

/** A term's value in words, for a reader; `null` where nothing is agreed. Lists have texts of their own. */
export function termText(terms: AgreementTerms, term: Term, language: Language): string | null {
  const value = terms[term];
  if (value === null || value === '' || typeof value === 'object') return null;
  if (term === 'wageFen') return wageText(terms, language);
  if (term === 'contributionsFen') return moneyText(Number(value), language);
  if (term === 'dailyMinutes') return hoursText(Number(value), language);
  if (term === 'cutOffDay') return cutOffText(Number(value), language);
  if (typeof value === 'boolean') return render(value ? paperMessages.yes : paperMessages.no, language);
  if (typeof value === 'number') return render(units[term] ?? unitMessages.days, language, { n: value });
  const known = valueNames[value];
  return known && term !== 'site' ? render(known, language) : textOf(term, value, language);
}

/** A term's value in words, lists included. */
export function readable(terms: AgreementTerms, term: Term, language: Language): string | null {
  if (term === 'heads')
    return terms.heads.map((one) => `${one.occupationId} ≥${String(one.level)} × ${String(one.headcount)}`).join('; ');
  if (term === 'reimbursements')
    return terms.reimbursements
      .map(({ kind, perWorkerMonthFen }) => `${costName(kind, language)} ${moneyText(perWorkerMonthFen, language)}`)
      .join('; ');
  return termText(terms, term, language);
}

export function costName(kind: string, language: Language): string {
  const name = valueNames[`${kind}Cost`];
  return name ? render(name, language) : kind;
}

/** Fen as yuan with two decimals and thousands apart. */
export function yuan(fen: number): string {
  const [whole = '0', cents = '00'] = (fen / 100).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${cents}`;
}

export function moneyText(fen: number, language: Language): string {
  return render(unitMessages.yuan, language, { n: yuan(fen) });
}

/** A wage with its unit in words. */
export function wageText(
  { wageFen, wageUnit }: Pick<AgreementTerms, 'wageFen' | 'wageUnit'>,
  language: Language,
): string | null {
  if (wageFen === null || wageUnit === null) return null;
  const unit = valueNames[`per${wageUnit.charAt(0).toUpperCase()}${wageUnit.slice(1)}`];
  return `${yuan(wageFen)} ${unit ? render(unit, language) : wageUnit}`;
}

function hoursText(minutes: number, language: Language): string {
  return render(unitMessages.hours, language, { n: Math.round((minutes / 60) * 100) / 100 });
}

function cutOffText(day: number, language: Language): string {
  return day === 31 ? render(unitMessages.lastDay, language) : render(unitMessages.dayOfMonth, language, { n: day });
}
