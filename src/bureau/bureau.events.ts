import { defineEvent } from '../platform/queue/job.js';

interface AlertEvent {
  readonly alertId: string;
  readonly bureauId: string;
}
export const alertRaised = defineEvent<AlertEvent>('bureau.alert.raised');
/** Nobody has acknowledged it in time; `regionId` is the one above the bureau's. */
export const alertEscalated = defineEvent<AlertEvent & { readonly regionId: string }>('bureau.alert.escalated');
export const bulletinMade = defineEvent<{ readonly bulletinId: string; readonly bureauId: string }>(
  'bureau.bulletin.made',
);
/** An edition is to go to an address. */
export const bulletinMailAsked = defineEvent<{ readonly mailId: string }>('bureau.bulletin.mail-asked');

interface TransportEvent {
  readonly planId: string;
  readonly bureauId: string;
}
export const transportPublished = defineEvent<TransportEvent>('bureau.transport.published');
export const transportCancelled = defineEvent<TransportEvent>('bureau.transport.cancelled');
