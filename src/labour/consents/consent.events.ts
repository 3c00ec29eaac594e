import { defineEvent } from '../../platform/queue/job.js';

interface ConsentEvent {
  readonly consentId: string;
  readonly workerId: string;
}
export const consentRequested = defineEvent<ConsentEvent>('labour.consent.requested');
export const consentGranted = defineEvent<ConsentEvent>('labour.consent.granted');
export const consentRefused = defineEvent<ConsentEvent>('labour.consent.refused');
export const consentWithdrawn = defineEvent<ConsentEvent>('labour.consent.withdrawn');
export const consentExpired = defineEvent<ConsentEvent>('labour.consent.expired');
