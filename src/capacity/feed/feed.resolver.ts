import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { CapacityFeeds } from './feed.service.js';
import { CapacityFeedView, RenewCapacityFeedInput } from './feed.view.js';

// No scope: an API key makes no secrets.
const own: Policy = { to: ['enterprise'], owns: 'the calendar feed of the viewer’s enterprise' };

@Resolver(() => CapacityFeedView)
export class CapacityFeedResolver {
  constructor(private readonly feeds: CapacityFeeds) {}

  @Query(() => CapacityFeedView, { nullable: true, description: 'The calendar feed of your enterprise; null if none.' })
  @Allow(own)
  async capacityFeed(@Me() viewer: EnterpriseViewer): Promise<CapacityFeedView | undefined> {
    return this.feeds.mine(viewer);
  }

  @Mutation(() => CapacityFeedView, {
    description: 'Gives your enterprise a calendar feed, or a new address for it: the old one ends at once.',
  })
  @Allow(own)
  async renewCapacityFeed(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: RenewCapacityFeedInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CapacityFeedView> {
    return this.feeds.renew(viewer, input, ctx.language);
  }

  @Mutation(() => Boolean, { description: 'Ends the calendar feed of your enterprise. Whether there was one.' })
  @Allow(own)
  async revokeCapacityFeed(@Me() viewer: EnterpriseViewer): Promise<boolean> {
    return this.feeds.revoke(viewer);
  }
}
