import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { endpointActions, type WebhookEndpointAction } from './webhook-action.rules.js';
import { WebhookDeliveries } from './webhook-delivery.service.js';
import { type EndpointWithSecret, WebhookEndpoints } from './webhook-endpoint.service.js';
import {
  CreateWebhookEndpointInput,
  DeleteWebhookEndpointInput,
  RotateWebhookSecretInput,
  UpdateWebhookEndpointInput,
} from './webhook.input.js';
import {
  toWebhookDeliveryView,
  toWebhookEndpointView,
  WebhookDeliveryConnection,
  WebhookDeliveryView,
  WebhookEndpointActionEnum,
  WebhookEndpointConnection,
  WebhookEndpointSecret,
  WebhookEndpointView,
} from './webhook.view.js';

// No scope: an API key can neither see nor change where messages go.
export const ownersOnly: Policy = { to: ['enterprise'], owns: 'webhooks of the viewer’s enterprise; owners only' };

const shown = ({ endpoint, secret }: EndpointWithSecret): WebhookEndpointSecret => ({
  endpoint: toWebhookEndpointView(endpoint),
  secret,
});

@Resolver(() => WebhookEndpointView)
export class WebhookEndpointResolver {
  constructor(
    private readonly endpoints: WebhookEndpoints,
    private readonly sent: WebhookDeliveries,
  ) {}

  @Query(() => WebhookEndpointConnection, { description: 'Webhook endpoints of your enterprise, newest first.' })
  @Allow(ownersOnly)
  async webhookEndpoints(
    @Me() viewer: EnterpriseViewer,
    @Args() page: PageArgs,
  ): Promise<Connection<WebhookEndpointView>> {
    return toConnection(await this.endpoints.list(viewer, page), toWebhookEndpointView);
  }

  @Query(() => WebhookEndpointView, { nullable: true, description: 'One webhook endpoint of your enterprise.' })
  @Allow(ownersOnly)
  async webhookEndpoint(@Me() viewer: EnterpriseViewer, @IdArg() id: string): Promise<WebhookEndpointView> {
    return toWebhookEndpointView(await this.endpoints.require(viewer, id, 'id'));
  }

  @ResolveField(() => WebhookDeliveryConnection, { description: 'What was sent to it in thirty days, newest first.' })
  @Allow(ownersOnly)
  async deliveries(
    @Parent() { id }: WebhookEndpointView,
    @Args() page: PageArgs,
  ): Promise<Connection<WebhookDeliveryView>> {
    return toConnection(await this.sent.list(id, page), toWebhookDeliveryView);
  }

  @ResolveField(() => [WebhookEndpointActionEnum], { description: 'What you may do with it now.' })
  @Allow(ownersOnly)
  actions(@Parent() { pause }: WebhookEndpointView, @Me() viewer: EnterpriseViewer): WebhookEndpointAction[] {
    return endpointActions(pause, viewer);
  }

  @Mutation(() => WebhookEndpointSecret, {
    description: 'Makes a webhook endpoint, at most five; its secret is shown once. Owners only.',
  })
  @Allow(ownersOnly)
  async createWebhookEndpoint(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: CreateWebhookEndpointInput,
  ): Promise<WebhookEndpointSecret> {
    return shown(await this.endpoints.create(viewer, input));
  }

  @Mutation(() => WebhookEndpointView, { description: 'Changes, pauses or resumes a webhook endpoint. Owners only.' })
  @Allow(ownersOnly)
  async updateWebhookEndpoint(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: UpdateWebhookEndpointInput,
  ): Promise<WebhookEndpointView> {
    return toWebhookEndpointView(await this.endpoints.update(viewer, input));
  }

  @Mutation(() => WebhookEndpointSecret, {
    description: 'Gives a webhook endpoint a new secret; the former one signs too for 24 hours. Owners only.',
  })
  @Allow(ownersOnly)
  async rotateWebhookSecret(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: RotateWebhookSecretInput,
  ): Promise<WebhookEndpointSecret> {
    return shown(await this.endpoints.rotate(viewer, input));
  }

  @Mutation(() => WebhookEndpointView, {
    description: 'Deletes a webhook endpoint with its secrets and its log; answers it as it was. Owners only.',
  })
  @Allow(ownersOnly)
  async deleteWebhookEndpoint(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: DeleteWebhookEndpointInput,
  ): Promise<WebhookEndpointView> {
    return toWebhookEndpointView(await this.endpoints.delete(viewer, input.webhookEndpointId));
  }
}
