import type { LocalDate } from '../../platform/clock/clock.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { refuseTransition } from '../../platform/errors/index.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import {
  type MoneyState,
  refuseBeforeEnd,
  refuseConfirmation,
  refuseDispute,
  refuseHostPayment,
  refuseObjection,
  refuseWorkerPayment,
} from './settlement.rules.js';
import { objectionTransitions, type ObjectionState, settlementTransitions } from './settlement.states.js';

export type SettlementAction =
  | 'prepare'
  | 'issue'
  | 'reissue'
  | 'confirm'
  | 'dispute'
  | 'record_host_payment'
  | 'record_worker_payments'
  | 'record_insurance_proof';
export type LineAction = 'object';
export type ObjectionAction = 'answer';

export interface ActionableSettlement extends MoneyState {
  readonly hostId: string;
  readonly lenderId: string;
  readonly periodEndsOn: LocalDate;
}

/** What the viewer may do with a settlement now, by the rules of the mutations themselves. */
export function settlementActions(
  settlement: ActionableSettlement,
  agreementState: string,
  viewer: Viewer,
  today: LocalDate,
): SettlementAction[] {
  const side = sideOf(settlement, viewer);
  if (side === undefined || !mayWriteLabour(viewer)) return [];
  const { state } = settlement;
  const prepare = [
    'prepare',
    state === 'draft' ? undefined : refuseTransition(settlementTransitions, state, 'draft'),
  ] as const;
  const common = [
    ['dispute', refuseDispute(settlement)],
    ['record_host_payment', refuseHostPayment(settlement)],
  ] as const;
  if (side === 'host') return unrefused<SettlementAction>([prepare, ['confirm', refuseConfirmation(state)], ...common]);
  const issued =
    refuseTransition(settlementTransitions, state, 'issued') ??
    refuseBeforeEnd(settlement.periodEndsOn, agreementState, today);
  return unrefused<SettlementAction>([
    prepare,
    [state === 'disputed' ? 'reissue' : 'issue', issued],
    ...common,
    ['record_worker_payments', refuseWorkerPayment(state)],
    ['record_insurance_proof', undefined],
  ]);
}

/** Which side of a settlement the viewer is on, if on any. */
export function sideOf(
  { hostId, lenderId }: { readonly hostId: string; readonly lenderId: string },
  viewer: Viewer,
): 'host' | 'lender' | undefined {
  if (viewer.kind !== 'enterprise') return undefined;
  if (viewer.enterpriseId === hostId) return 'host';
  return viewer.enterpriseId === lenderId ? 'lender' : undefined;
}

/** What the viewer may do with a line: its worker objects. */
export function lineActions(line: { readonly workerId: string }, openObjections: number, viewer: Viewer): LineAction[] {
  if (viewer.kind !== 'worker' || viewer.workerId !== line.workerId) return [];
  return unrefused<LineAction>([['object', refuseObjection(openObjections)]]);
}

/** What the viewer may do with an objection: the lender answers. */
export function objectionActions(
  objection: { readonly lenderId: string; readonly state: ObjectionState },
  viewer: Viewer,
): ObjectionAction[] {
  if (viewer.kind !== 'enterprise' || viewer.enterpriseId !== objection.lenderId || !mayWriteLabour(viewer)) return [];
  return unrefused<ObjectionAction>([['answer', refuseTransition(objectionTransitions, objection.state, 'accepted')]]);
}
