import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookDeliveryResolver } from './webhook-delivery.resolver.js';
import { WebhookDeliveries } from './webhook-delivery.service.js';
import { WebhookDispatch } from './webhook-dispatch.service.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { WebhookEndpoints } from './webhook-endpoint.service.js';
import { WebhookSender } from './webhook-sender.service.js';
import { WebhookJobs } from './webhook.jobs.js';
import { WebhookEndpointResolver } from './webhook.resolver.js';

export const webhookEntities = [WebhookEndpoint, WebhookDelivery];

/** Inboxes feed webhooks, and webhooks tell inboxes of faults: both are of one module, and no file of theirs is in a cycle. */
export const webhookProviders = [
  ...[WebhookDispatch, WebhookSender, WebhookJobs],
  ...[WebhookEndpoints, WebhookDeliveries, WebhookEndpointResolver, WebhookDeliveryResolver],
];
