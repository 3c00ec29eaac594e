import { defineEvent } from '../../platform/queue/job.js';

export interface SettlementEvent {
  readonly settlementId: string;
  readonly agreementId: string;
  readonly hostId: string;
  readonly lenderId: string;
  readonly regionId: string;
}
export const settlementIssued = defineEvent<SettlementEvent>('labour.settlement.issued');
export const settlementConfirmed = defineEvent<SettlementEvent>('labour.settlement.confirmed');
export const settlementDisputed = defineEvent<SettlementEvent & { readonly by: 'host' | 'lender' }>(
  'labour.settlement.disputed',
);
/** Both legs are proven: host to lender, lender to every worker. */
export const settlementPaid = defineEvent<SettlementEvent>('labour.settlement.paid');

export type LateKind = 'host_payment' | 'worker_payment' | 'insurance_proof';
/** Raised once for each settlement and kind. */
export const settlementLate = defineEvent<SettlementEvent & { readonly kind: LateKind; readonly dueOn: string }>(
  'labour.settlement.late',
);

/** The host is to pay within two days and has not. Told once. */
export const settlementDueSoon = defineEvent<SettlementEvent & { readonly dueOn: string }>(
  'labour.settlement.due-soon',
);
/** Its period ended three days ago, and the lender has not issued it. Told once. */
export const settlementUnissued = defineEvent<SettlementEvent>('labour.settlement.unissued');

interface ObjectionEvent {
  readonly objectionId: string;
  readonly lineId: string;
  readonly workerId: string;
  readonly lenderId: string;
}
export const lineObjected = defineEvent<ObjectionEvent>('labour.settlement-line.objected');
export const objectionAnswered = defineEvent<ObjectionEvent & { readonly state: 'accepted' | 'rejected' }>(
  'labour.settlement-line.objection-answered',
);
