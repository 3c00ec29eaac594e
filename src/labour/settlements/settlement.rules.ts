import type { LocalDate } from '../../platform/clock/clock.js';
import { platformMessages, type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { breaks } from '../compliance/breaks.js';
import type { Period } from './period.rules.js';
import { settlementMessages as says } from './settlement.messages.js';
import {
  objectionTransitions,
  type ObjectionState,
  type SettlementState,
  settlementTransitions,
} from './settlement.states.js';
import { yuan } from './yuan.rules.js';

/** An agreement as far as settling depends on it. */
export interface SettledAgreement {
  readonly state: string;
  readonly startsOn: LocalDate;
}

export interface MoneyState {
  readonly state: SettlementState;
  readonly totalFen: number;
  readonly hostPaidFen: number;
}

const binding: readonly string[] = ['signed', 'in_force', 'ended', 'terminated'];
const over: readonly string[] = ['ended', 'terminated'];

export function refuseUnsigned({ state }: SettledAgreement): Refusal | undefined {
  return binding.includes(state)
    ? undefined
    : { code: 'CONFLICT', message: says.agreementUnsigned, field: 'input.agreementId' };
}

/** A period after the agreement's last day is fine: days that were left out have to be settled somewhere. */
export function refusePeriod(period: Period, agreement: SettledAgreement, today: LocalDate): Refusal | undefined {
  if (period.endsOn >= agreement.startsOn && period.startsOn <= today) return undefined;
  return { code: 'VALIDATION_FAILED', message: says.outsideAgreement, field: 'input.month' };
}

/** Issuing is for drafts, issuing again for what was disputed. */
export function refuseIssue(state: SettlementState, from: 'draft' | 'disputed'): Refusal | undefined {
  if (state === from) return undefined;
  return {
    ...{ code: 'ILLEGAL_TRANSITION', message: platformMessages.illegalTransition },
    ...{ params: { state, next: 'issued' }, allowed: settlementTransitions[state] },
  };
}

/** A settlement is issued once its period is over, or its agreement. */
export function refuseBeforeEnd(endsOn: LocalDate, agreementState: string, today: LocalDate): Refusal | undefined {
  if (endsOn < today || over.includes(agreementState)) return undefined;
  return { code: 'CONFLICT', message: says.periodNotOver, params: { endsOn } };
}

/** Open days hold back the settlement, unless the lender leaves them to the next. */
export function refuseOpenDays(days: number, leaveOut: boolean): Refusal | undefined {
  if (days === 0 || leaveOut) return undefined;
  return { code: 'CONFLICT', message: says.daysOpen, params: { days }, field: 'input.leaveOut' };
}

export function refuseConfirmation(state: SettlementState): Refusal | undefined {
  return refuseTransition(settlementTransitions, state, 'confirmed');
}

/** Once the host has paid, errors are put right in the next settlement. */
export function refuseDispute({ state, hostPaidFen }: MoneyState): Refusal | undefined {
  return (
    refuseTransition(settlementTransitions, state, 'disputed') ??
    (hostPaidFen > 0 ? { code: 'CONFLICT', message: says.hostHasPaid } : undefined)
  );
}

/** Whether the host's leg can be recorded: what the lender must pay out, in one or more payments, never more (R9). */
export function refuseHostPayment(settlement: MoneyState, amountFen = 1): Refusal | undefined {
  if (settlement.state !== 'confirmed') return { code: 'CONFLICT', message: says.notConfirmed };
  const openFen = settlement.totalFen - settlement.hostPaidFen;
  return amountFen <= openFen
    ? undefined
    : breaks('R9', says.hostPaysNoMore, { open: yuan(openFen) }, 'input.amountFen');
}

/** The lender pays on the agreed day whether or not the host has paid or confirmed (R11). */
export function refuseWorkerPayment(state: SettlementState): Refusal | undefined {
  return state === 'issued' || state === 'confirmed' ? undefined : { code: 'CONFLICT', message: says.notIssued };
}

/** Pay goes to a person's own account: nobody is made a sole trader or paid through another (R25). */
export function refuseForeignAccount(toOwnAccount: boolean, field: string): Refusal | undefined {
  return toOwnAccount ? undefined : breaks('R25', says.ownAccount, undefined, field);
}

export function refusePaidInFuture(paidOn: LocalDate, today: LocalDate, field: string): Refusal | undefined {
  return paidOn <= today ? undefined : { code: 'VALIDATION_FAILED', message: says.paidInFuture, field };
}

/** A settlement closes when the host has paid all (R11) and no worker has got less than was received for them (R10). */
export function refuseClosing(settlement: MoneyState, shortLines: number): Refusal | undefined {
  const openFen = settlement.totalFen - settlement.hostPaidFen;
  return (
    refuseTransition(settlementTransitions, settlement.state, 'paid') ??
    (openFen > 0 ? breaks('R11', says.hostPaymentOpen, { open: yuan(openFen) }) : undefined) ??
    (shortLines > 0 ? breaks('R10', says.passThrough, { lines: shortLines }) : undefined)
  );
}

/** A worker objects to what was issued, as long as no objection of theirs waits. */
export function refuseObjection(openObjections: number): Refusal | undefined {
  return openObjections === 0 ? undefined : { code: 'CONFLICT', message: says.objectionOpen, field: 'input.lineId' };
}

export function refuseAnswer(
  state: ObjectionState,
  answer: 'accepted' | 'rejected',
  correctionFen: number,
): Refusal | undefined {
  return (
    refuseTransition(objectionTransitions, state, answer) ??
    (answer === 'rejected' && correctionFen > 0
      ? { code: 'VALIDATION_FAILED', message: says.correctionOfNo, field: 'input.correctionFen' }
      : undefined)
  );
}

export function refuseFutureMonth(month: LocalDate, today: LocalDate): Refusal | undefined {
  return month <= today ? undefined : { code: 'VALIDATION_FAILED', message: says.monthAhead, field: 'input.month' };
}
