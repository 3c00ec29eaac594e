import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { lookAtMaterials, marketOfMaterials, ownMaterials } from '../materials.policy.js';
import { PoolClosing } from './pool-closing.service.js';
import { PoolMembership } from './pool-membership.service.js';
import { PoolOpening } from './pool-opening.service.js';
import {
  JoinPooledPurchaseInput,
  OpenPooledPurchaseInput,
  PooledPurchaseArgs,
  PooledPurchaseInput,
  RecordPoolArrivalInput,
} from './pooled-purchase.input.js';
import { PooledPurchases } from './pooled-purchase.service.js';
import { PooledPurchaseConnection, PooledPurchaseView, toPooledPurchaseView } from './pooled-purchase.view.js';

@Resolver(() => PooledPurchaseView)
export class PooledPurchaseResolver {
  constructor(
    private readonly pools: PooledPurchases,
    private readonly opening: PoolOpening,
    private readonly membership: PoolMembership,
    private readonly closing: PoolClosing,
  ) {}

  @Mutation(() => PooledPurchaseView, {
    description: 'Organises a pooled purchase; your enterprise joins like others.',
  })
  @Allow(ownMaterials)
  async openPooledPurchase(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: OpenPooledPurchaseInput,
  ): Promise<PooledPurchaseView> {
    return toPooledPurchaseView(await this.opening.open(viewer, input));
  }

  @Mutation(() => PooledPurchaseView, { description: 'Takes a share, or changes it.' })
  @Allow(ownMaterials)
  async joinPooledPurchase(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: JoinPooledPurchaseInput,
  ): Promise<PooledPurchaseView> {
    return toPooledPurchaseView(await this.membership.join(viewer, input));
  }

  @Mutation(() => PooledPurchaseView, { description: 'Gives the share of your enterprise up.' })
  @Allow(ownMaterials)
  async leavePooledPurchase(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PooledPurchaseInput,
  ): Promise<PooledPurchaseView> {
    return toPooledPurchaseView(await this.membership.leave(viewer, input.poolId));
  }

  @Mutation(() => PooledPurchaseView, { description: 'The organiser buys early, once the threshold is reached.' })
  @Allow(ownMaterials)
  async closePooledPurchase(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PooledPurchaseInput,
  ): Promise<PooledPurchaseView> {
    return toPooledPurchaseView(await this.closing.close(viewer, input.poolId));
  }

  @Mutation(() => PooledPurchaseView, {
    description: 'The organiser states what came; goods and cost are shared out to the last step and fen.',
  })
  @Allow(ownMaterials)
  async recordPoolArrival(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: RecordPoolArrivalInput,
  ): Promise<PooledPurchaseView> {
    return toPooledPurchaseView(await this.closing.recordArrival(viewer, input));
  }

  @Query(() => PooledPurchaseView, { nullable: true, description: 'One pooled purchase.' })
  @Allow(marketOfMaterials)
  async pooledPurchase(@IdArg() id: string): Promise<PooledPurchaseView> {
    return toPooledPurchaseView(await this.pools.require(id));
  }

  @Query(() => PooledPurchaseConnection, { description: 'Pooled purchases, newest first.' })
  @Allow(lookAtMaterials)
  async pooledPurchases(
    @Me() viewer: Viewer,
    @Args() args: PooledPurchaseArgs,
  ): Promise<Connection<PooledPurchaseView>> {
    return toConnection(await this.pools.list(viewer, args), toPooledPurchaseView);
  }
}
