import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { OperatorViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { ResendDeliveryInput } from './delivery-desk.input.js';
import { DeliveryDesk } from './delivery-desk.service.js';
import { DeliveryConnection, DeliveryView, toDeliveryView } from './delivery-desk.view.js';

const any = { to: ['operator'], owns: 'every message of the installation, but not whom it is for' } as const;

@Resolver(() => DeliveryView)
export class DeliveryDeskResolver {
  constructor(private readonly desk: DeliveryDesk) {}

  @Query(() => DeliveryConnection, {
    description: 'Messages that were refused for good or on every attempt, newest first.',
  })
  @Allow(any)
  async failedDeliveries(@Args() page: PageArgs): Promise<Connection<DeliveryView>> {
    return toConnection(await this.desk.failed(page), toDeliveryView);
  }

  @Mutation(() => DeliveryView, {
    description: 'Has a failed message sent again, with all its attempts. One that is on its way or sent stays so.',
  })
  @Allow(any)
  async resendDelivery(@Args('input') input: ResendDeliveryInput, @Me() viewer: OperatorViewer): Promise<DeliveryView> {
    return toDeliveryView(await this.desk.resend(viewer, input.deliveryId));
  }
}
