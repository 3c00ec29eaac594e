import { defineJob } from '../../platform/queue/job.js';

/** One attempt of one message; `attempt` says which, so that a job that runs twice finds it made. */
export interface DeliveryAttempt {
  readonly deliveryId: string;
  readonly attempt: number;
}

// A queue of its own: slow receivers hold up nothing but each other. Attempts of the job are for faults of our own; those
// of the receiver are jobs of their own, further and further apart.
export const deliverWebhook = defineJob<DeliveryAttempt>({ name: 'webhooks.deliver', queue: 'webhooks' });
