import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { DeliveryState } from './webhook-delivery.states.js';
import { type PauseReason, refuseNoOwner, refuseReplay } from './webhook.rules.js';

export type WebhookEndpointAction = 'update' | 'pause' | 'resume' | 'test' | 'rotate' | 'delete';
export type WebhookDeliveryAction = 'replay';

/** What the viewer may do with an endpoint of their enterprise now. */
export function endpointActions(pause: PauseReason | null, viewer: EnterpriseViewer): WebhookEndpointAction[] {
  if (refuseNoOwner(viewer)) return [];
  return ['update', pause === null ? 'pause' : 'resume', 'test', 'rotate', 'delete'];
}

export function deliveryActions(
  state: DeliveryState,
  pause: PauseReason | null,
  viewer: EnterpriseViewer,
): WebhookDeliveryAction[] {
  return (refuseNoOwner(viewer) ?? refuseReplay(state, pause)) ? [] : ['replay'];
}
