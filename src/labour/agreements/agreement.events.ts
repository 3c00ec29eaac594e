import { defineEvent } from '../../platform/queue/job.js';

export interface AgreementEvent {
  readonly agreementId: string;
  readonly hostId: string;
  readonly lenderId: string;
  /** The enterprise that did it; null: time did. */
  readonly by: string | null;
}
export const termsProposed = defineEvent<AgreementEvent>('labour.agreement.proposed');
export const agreementIssued = defineEvent<AgreementEvent>('labour.agreement.issued');
export const agreementSigned = defineEvent<AgreementEvent>('labour.agreement.signed');
/** It lapses within a day unless it is signed. Told once for each text. */
export const signatureDue = defineEvent<AgreementEvent>('labour.agreement.signature-due');
/** Both have signed: it binds. */
export const agreementConcluded = defineEvent<AgreementEvent>('labour.agreement.concluded');
/** Rejected by a side or by time. */
export const agreementRejected = defineEvent<AgreementEvent>('labour.agreement.rejected');
/** Ended or terminated. */
export const agreementEnded = defineEvent<AgreementEvent>('labour.agreement.ended');
