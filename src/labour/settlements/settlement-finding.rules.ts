import type { LocalDate } from '../../platform/clock/clock.js';
import type { Message, MessageParams } from '../../platform/i18n/message.js';
import type { Finding, FindingSeverity } from '../compliance/finding.js';
import type { RuleId } from '../compliance/rule.js';
import { leastPercents } from './pay.rules.js';
import { monthOf } from './period.rules.js';
import { payDue } from './settle.rules.js';
import { findingMessages as says } from './settlement.messages.js';
import type { SettlementState } from './settlement.states.js';
import { yuan } from './yuan.rules.js';

/** What is known of a settlement beside its own row. */
export interface SettlementStanding {
  /** Lines that got something, but less than is due, and how much is missing on them. */
  readonly underpaidLines: number;
  readonly underpaidFen: number;
  /** Lines that got nothing of what is due. */
  readonly unpaidLines: number;
  readonly unpaidFen: number;
  readonly belowMinimumLines: number;
  readonly carriedDays: number;
  readonly openObjections: number;
  readonly hasInsuranceProof: boolean;
  readonly overtimePercent: number | null;
  readonly restDayPercent: number | null;
  readonly holidayPercent: number | null;
}

interface JudgedSettlement {
  readonly state: SettlementState;
  readonly periodEndsOn: LocalDate;
  readonly hostPaysBy: LocalDate;
  readonly workersPaidBy: LocalDate;
  readonly totalFen: number;
  readonly hostPaidFen: number;
  readonly leftOutDays: number;
}

const byWeight: readonly FindingSeverity[] = ['block', 'risk', 'note'];

/** All that is wrong or unusual with a settlement today, the gravest first: a block keeps it from being closed. */
export function settlementFindings(
  settlement: JudgedSettlement,
  standing: SettlementStanding,
  today: LocalDate,
): Finding[] {
  const found = [
    ...paymentFindings(settlement, standing, today),
    ...insuranceFindings(settlement, standing, today),
    finding('R17', 'note', hasLowPercent(standing), says.percentsRaised),
    finding('R18', 'risk', standing.belowMinimumLines > 0, says.belowMinimum, { lines: standing.belowMinimumLines }),
    finding('R11', 'note', settlement.leftOutDays > 0, says.daysLeftOut, { days: settlement.leftOutDays }),
    finding('R11', 'note', standing.carriedDays > 0, says.daysCarried, { days: standing.carriedDays }),
    finding('R10', 'note', standing.openObjections > 0, says.objectionsOpen, { lines: standing.openObjections }),
  ].flat();
  return byWeight.flatMap((weight) => found.filter(({ severity }) => severity === weight));
}

function paymentFindings(settlement: JudgedSettlement, standing: SettlementStanding, today: LocalDate): Finding[] {
  if (settlement.state === 'paid') return [];
  const { underpaidLines, underpaidFen, unpaidLines, unpaidFen } = standing;
  const { hostPaysBy, workersPaidBy } = settlement;
  const openFen = settlement.totalFen - settlement.hostPaidFen;
  const isHostLate = settlement.state !== 'draft' && hostPaysBy < today && openFen > 0;
  const shortLines = underpaidLines + unpaidLines;
  return [
    finding('R10', 'block', underpaidLines > 0, says.underpaid, { lines: underpaidLines, open: yuan(underpaidFen) }),
    finding(
      'R10',
      workersPaidBy < today ? 'block' : 'note',
      settlement.hostPaidFen > 0 && unpaidLines > 0,
      says.unpaid,
      {
        lines: unpaidLines,
        open: yuan(unpaidFen),
      },
    ),
    finding('R11', 'block', isHostLate, says.hostLate, { dueOn: hostPaysBy, open: yuan(openFen) }),
    finding('R11', 'block', workersPaidBy < today && shortLines > 0, says.lenderLate, {
      dueOn: workersPaidBy,
      lines: shortLines,
    }),
  ].flat();
}

/** Proof is due with the pay of the month; from the period's end it is asked for. */
function insuranceFindings(settlement: JudgedSettlement, standing: SettlementStanding, today: LocalDate): Finding[] {
  const isDue = settlement.totalFen > 0 && settlement.periodEndsOn < today && !standing.hasInsuranceProof;
  const severity = settlement.workersPaidBy < today ? 'risk' : 'note';
  const month = monthOf(settlement.periodEndsOn).slice(0, 7);
  return finding('R12', severity, isDue, says.insuranceMissing, { month });
}

interface JudgedLine {
  readonly wageFen: number;
  readonly overtimeFen: number;
  readonly restDayFen: number;
  readonly holidayFen: number;
  readonly correctionFen: number;
  readonly paidToWorkerFen: number;
  readonly belowMinimum: boolean;
  readonly carriedDays: number;
}

/** What is wrong with one worker's line today. */
export function lineFindings(
  line: JudgedLine,
  settlement: Pick<JudgedSettlement, 'state' | 'workersPaidBy'>,
  today: LocalDate,
): Finding[] {
  const fen = payDue(line) - line.paidToWorkerFen;
  const isShort = settlement.state !== 'paid' && fen > 0;
  const isLate = settlement.workersPaidBy < today;
  return [
    finding('R10', 'block', isShort && line.paidToWorkerFen > 0, says.underpaid, { lines: 1, open: yuan(fen) }),
    finding('R11', 'block', isShort && isLate, says.lenderLate, { dueOn: settlement.workersPaidBy, lines: 1 }),
    finding('R18', 'risk', line.belowMinimum, says.belowMinimum, { lines: 1 }),
    finding('R11', 'note', line.carriedDays > 0, says.daysCarried, { days: line.carriedDays }),
  ].flat();
}

function hasLowPercent({ overtimePercent, restDayPercent, holidayPercent }: SettlementStanding): boolean {
  return (
    (overtimePercent ?? leastPercents.overtime) < leastPercents.overtime ||
    (restDayPercent ?? leastPercents.restDay) < leastPercents.restDay ||
    (holidayPercent ?? leastPercents.holiday) < leastPercents.holiday
  );
}

function finding(
  rule: RuleId,
  severity: FindingSeverity,
  holds: boolean,
  message: Message,
  params?: MessageParams,
): Finding[] {
  return holds ? [{ rule, severity, message, ...(params && { params }) }] : [];
}
