import type { NotificationKind } from '../inbox/notification.messages.js';

/** A text that carriers approve before it may be sent: only its blanks are ours to fill. */
export interface SmsTemplate {
  readonly name: string;
  /** What fills its blanks: params of the notification, as people read them. Never who a worker is. */
  readonly params: readonly string[];
}

const of = (name: string, ...params: string[]): SmsTemplate => ({ name, params });
const period = ['startsOn', 'endsOn'] as const;

/** What is worth an SMS: what waits for an answer, and what changes somebody's work or pay. The rest is never sent so. */
export const smsTemplates: Readonly<Partial<Record<NotificationKind, SmsTemplate>>> = {
  offerSent: of('offer', 'host', 'work', ...period),
  offerAcceptedByEmployee: of('offer_to_confirm', 'host', 'work'),
  consentRequested: of('consent', 'lender', ...period),
  agreementIssued: of('signature', 'number', 'expiresAt'),
  signatureDue: of('signature', 'number', 'expiresAt'),
  placementPlanned: of('placement', 'host', 'work', ...period),
  placementShortened: of('placement_shortened', 'host', 'work', 'endsOn'),
  placementPaused: of('placement_paused', 'host', 'pausedFrom', 'pausedUntil'),
  termsUnconfirmed: of('terms', 'host', 'startsOn'),
  workPassReplaced: of('pass_replaced'),
  returnRequested: of('return_requested', 'host', 'work'),
  returnNoticed: of('return_noticed', 'host', 'work', 'on'),
  noShowReported: of('no_show', 'host', 'startsOn', 'appealBy'),
  extensionProposed: of('extension', 'host', 'on', 'expiresAt'),
  injuryReported: of('injury', 'occurredOn', 'fileBy'),
  injuryDueSoon: of('injury_due', 'occurredOn', 'fileBy'),
  injuryOverdue: of('injury_overdue', 'occurredOn', 'workerUntil'),
  employerLost: of('employer_lost', 'lender', 'on'),
  payLineIssued: of('pay_statement', ...period),
  payProven: of('pay_recorded', ...period),
  payLate: of('pay_late', ...period, 'dueOn'),
  workerPaymentLate: of('pay_late', ...period, 'dueOn'),
  hostPaymentLate: of('payment_late', ...period, 'dueOn'),
  settlementDisputed: of('settlement_disputed', ...period),
  lineObjected: of('pay_objection', ...period),
  objectionAccepted: of('objection_answered', ...period),
  objectionRejected: of('objection_answered', ...period),
  complaintResolved: of('complaint_answered', 'against'),
  complaintDismissed: of('complaint_answered', 'against'),
  enterpriseSuspended: of('suspended'),
  sanctionImported: of('sanctioned'),
};

/** The daily digest; `count` is how many notifications it stands for. */
export const digestTemplate = of('digest', 'count');

export function templateOf(kind: NotificationKind): SmsTemplate | undefined {
  return smsTemplates[kind];
}
