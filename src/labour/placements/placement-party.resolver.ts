import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { type Party, partyOf } from './placement-party.rules.js';
import { PartyEnum } from './placement-party.view.js';
import { PlacementView } from './placement.view.js';

const parties = {
  to: ['enterprise', 'worker'],
  owns: 'placements whose host, lender or worker the viewer is',
  scope: 'labour:read',
} as const;

/** Who stands in a placement, and on which side one is oneself. */
@Resolver(() => PlacementView)
export class PlacementPartyResolver {
  constructor(private readonly enterprises: Enterprises) {}

  @ResolveField(() => PartyEnum, { nullable: true, description: 'The side that you are on.' })
  @Allow(parties)
  party(@Parent() placement: PlacementView, @Me() viewer: Viewer): Party | undefined {
    return partyOf(viewer, placement);
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'Where the work is done.' })
  @Allow(parties)
  async host(
    @Parent() { hostId }: PlacementView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const host = await ctx.load(this.enterprises.byIds, hostId);
    return host && toEnterpriseView(host, viewer);
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'Who lends the worker; null for a direct hire.' })
  @Allow(parties)
  async lender(
    @Parent() { lenderId }: PlacementView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const lender = lenderId === null ? undefined : await ctx.load(this.enterprises.byIds, lenderId);
    return lender && toEnterpriseView(lender, viewer);
  }
}
