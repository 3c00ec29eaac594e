import type { LocalDate } from '../../platform/clock/clock.js';
import type { Message } from '../../platform/i18n/message.js';
import type { Finding } from '../compliance/finding.js';
import { daysOf } from '../needs/need.rules.js';
import type { RuleId } from '../compliance/rule.js';
import { gapMessages } from './agreement.messages.js';
import type { AgreementTerms, Term } from './terms.js';
import { headsOf } from './terms.rules.js';

/** Clauses that an agreement must have, with the rule that asks for each (R8 where no other does). */
const mandatory: readonly (readonly [Term, RuleId])[] = [
  ['reason', 'R8'],
  ['heads', 'R8'],
  ['site', 'R8'],
  ['duties', 'R6'],
  ['shift', 'R8'],
  ['dailyMinutes', 'R15'],
  ['breakMinutes', 'R15'],
  ['weeklyDays', 'R15'],
  ['restAndLeave', 'R15'],
  ['wageFen', 'R8'],
  ['wageUnit', 'R8'],
  ['overtimePercent', 'R17'],
  ['restDayPercent', 'R17'],
  ['holidayPercent', 'R17'],
  ['cutOffDay', 'R8'],
  ['hostPaysByDay', 'R11'],
  ['workersPaidByDay', 'R8'],
  ['payMethod', 'R8'],
  ['contributionsFen', 'R12'],
  ['lodging', 'R8'],
  ['meals', 'R8'],
  ['transport', 'R8'],
  ['hazards', 'R6'],
  ['protection', 'R15'],
  ['safetyTrainingHours', 'R15'],
  ['injuryHostPercent', 'R13'],
  ['injuryProcess', 'R13'],
  ['returnCases', 'R21'],
  ['returnNoticeDays', 'R21'],
  ['travelAndOtherCosts', 'R8'],
];

const floors = { overtimePercent: 150, restDayPercent: 200, holidayPercent: 300 } as const;
const dayMinutes = 480;
const longestDayMinutes = dayMinutes + 180;
const yearDays = 366;

/** Everything that is missing or unlawful in terms (`block`), and what the parties should know before they sign (`risk`). */
export function termFindings(terms: AgreementTerms, today: LocalDate): Finding[] {
  return [...missing(terms), ...unlawful(terms, today), ...risks(terms)];
}

/** What keeps the terms from being issued. */
export function blocking(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'block');
}

function missing(terms: AgreementTerms): Finding[] {
  const isEmpty = (value: AgreementTerms[Term]): boolean =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return mandatory
    .filter(([term]) => isEmpty(terms[term]))
    .map(([term, rule]) => finding('block', rule, term, gapMessages.missing));
}

function unlawful(terms: AgreementTerms, today: LocalDate): Finding[] {
  const below = Object.entries(floors).flatMap(([term, floor]) => {
    const percent = terms[term as keyof typeof floors];
    return percent !== null && percent < floor ? [finding('block', 'R17', term as Term, gapMessages.overtime)] : [];
  });
  const { dailyMinutes, weeklyDays, heads, startsOn, endsOn } = terms;
  return [
    ...below,
    ...when(heads.length > 0 && headsOf(terms) < 1, 'block', 'R8', 'heads', gapMessages.heads),
    ...when(endsOn < startsOn, 'block', 'R8', 'endsOn', gapMessages.period),
    ...when(endsOn >= startsOn && endsOn < today, 'block', 'R8', 'endsOn', gapMessages.started),
    ...when((dailyMinutes ?? 0) > longestDayMinutes, 'block', 'R16', 'dailyMinutes', gapMessages.longHours),
    ...when((weeklyDays ?? 0) > 6, 'block', 'R16', 'weeklyDays', gapMessages.weeklyRest),
  ];
}

function risks(terms: AgreementTerms): Finding[] {
  const { hostPaysByDay, workersPaidByDay, dailyMinutes } = terms;
  const paysLate = hostPaysByDay !== null && workersPaidByDay !== null && hostPaysByDay > workersPaidByDay;
  const isLongDay = (dailyMinutes ?? 0) > dayMinutes && (dailyMinutes ?? 0) <= longestDayMinutes;
  return [
    ...when(isLongDay, 'risk', 'R16', 'dailyMinutes', gapMessages.dailyHours),
    ...when(paysLate, 'risk', 'R11', 'hostPaysByDay', gapMessages.hostPaysLate),
    ...when(terms.commercialInsurance !== true, 'risk', 'R28', 'commercialInsurance', gapMessages.noInsurance),
    ...when(terms.injuryHostPercent === 0, 'risk', 'R28', 'injuryHostPercent', gapMessages.hostBearsNoInjury),
    ...when(terms.dataPurposeBound !== true, 'risk', 'R38', 'dataPurposeBound', gapMessages.dataUnbound),
    ...when(daysOf(terms) > yearDays, 'risk', 'R26', 'endsOn', gapMessages.longLoan),
    ...(['confidentiality', 'disputeForum', 'latePaymentBasisPoints', 'earlyEndNoticeDays', 'replacementDays'] as const)
      .filter((term) => terms[term] === null || terms[term] === '')
      .map((term) => finding('risk', 'R28', term, gapMessages.missing)),
  ];
}

function when(isSo: boolean, severity: Finding['severity'], rule: RuleId, subject: Term, message: Message): Finding[] {
  return isSo ? [finding(severity, rule, subject, message)] : [];
}

function finding(severity: Finding['severity'], rule: RuleId, subject: Term, message: Message): Finding {
  return { rule, severity, message, subject };
}
