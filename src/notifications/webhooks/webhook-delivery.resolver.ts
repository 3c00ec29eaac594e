import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { deliveryActions, type WebhookDeliveryAction } from './webhook-action.rules.js';
import { WebhookDeliveries } from './webhook-delivery.service.js';
import { WebhookEndpoints } from './webhook-endpoint.service.js';
import { ReplayWebhookDeliveryInput, SendTestWebhookInput } from './webhook.input.js';
import { ownersOnly } from './webhook.resolver.js';
import { toWebhookDeliveryView, WebhookDeliveryActionEnum, WebhookDeliveryView } from './webhook.view.js';

@Resolver(() => WebhookDeliveryView)
export class WebhookDeliveryResolver {
  constructor(
    private readonly sent: WebhookDeliveries,
    private readonly endpoints: WebhookEndpoints,
  ) {}

  @ResolveField(() => [WebhookDeliveryActionEnum], { description: 'What you may do with it now.' })
  @Allow(ownersOnly)
  async actions(
    @Parent() { endpointId, state }: WebhookDeliveryView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<WebhookDeliveryAction[]> {
    const { pause } = orRefuse(await ctx.load(this.endpoints.rowsOf, endpointId), notFound());
    return deliveryActions(state, pause, viewer);
  }

  @Mutation(() => WebhookDeliveryView, {
    description: 'Sends a message of type `webhook.test` to an endpoint, once, also while it is paused. Owners only.',
  })
  @Allow(ownersOnly)
  async sendTestWebhook(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: SendTestWebhookInput,
  ): Promise<WebhookDeliveryView> {
    return toWebhookDeliveryView(await this.sent.test(viewer, input));
  }

  @Mutation(() => WebhookDeliveryView, {
    description: 'Sends a message again, under the same `webhook-id`. Owners only.',
  })
  @Allow(ownersOnly)
  async replayWebhookDelivery(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ReplayWebhookDeliveryInput,
  ): Promise<WebhookDeliveryView> {
    return toWebhookDeliveryView(await this.sent.replay(viewer, input.webhookDeliveryId));
  }
}
