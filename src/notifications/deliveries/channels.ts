import { defineJob, type JobDefinition } from '../../platform/queue/job.js';

export type Channel = 'email' | 'sms' | 'push';

export interface DeliveryJob {
  readonly deliveryId: string;
}

// Twice as long between each: two to four hours in all, longer than a server greylists or is restarted.
const attempts = 16;

export const sendEmail = defineJob<DeliveryJob>({
  ...{ name: 'notifications.send-email', queue: 'notifications', attempts },
});
export const sendSms = defineJob<DeliveryJob>({
  ...{ name: 'notifications.send-sms', queue: 'notifications', attempts },
});
export const sendPush = defineJob<DeliveryJob>({
  ...{ name: 'notifications.send-push', queue: 'notifications', attempts },
});

export const jobOf: Readonly<Record<Channel, JobDefinition<DeliveryJob>>> = {
  ...{ email: sendEmail, sms: sendSms, push: sendPush },
};
