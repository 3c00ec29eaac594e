import { defineEvent } from '../platform/queue/job.js';

interface AlertEvent {
  readonly alertId: string;
  readonly bureauId: string;
}
export const alertRaised = defineEvent<AlertEvent>('bureau.alert.raised');
/** Nobody has acknowledged it in time; `regionId` is the one above the bureau's. */
export const alertEscalated = defineEvent<AlertEvent & { readonly regionId: string }>('bureau.alert.escalated');
