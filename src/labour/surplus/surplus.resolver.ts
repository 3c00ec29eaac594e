import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Occupations,
  OccupationView,
  Regions,
  RegionView,
  toOccupationView,
  toRegionView,
} from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { CloseSurplusInput, PublishSurplusInput, SurplusLineArgs, SurplusListingArgs } from './surplus.input.js';
import { surplusReaders as readers, surplusWriters as writers } from './surplus.policy.js';
import { Surplus } from './surplus.service.js';
import {
  SurplusLineView,
  SurplusListingConnection,
  SurplusListingView,
  SurplusProgressView,
  toSurplusLineView,
  toSurplusListingView,
} from './surplus.view.js';

@Resolver(() => SurplusListingView)
export class SurplusResolver {
  constructor(private readonly surplus: Surplus) {}

  @Mutation(() => SurplusListingView, {
    description:
      'Offers idle workers of your enterprise for a period: head-counts first, names later; matching starts by itself.',
  })
  @Allow(writers)
  async publishSurplus(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'Period and heads.' }) input: PublishSurplusInput,
  ): Promise<SurplusListingView> {
    return toSurplusListingView(await this.surplus.publish(viewer, input));
  }

  @Mutation(() => SurplusListingView, {
    description: 'Takes the free heads of a listing of yours off the market; deals already made or on their way go on.',
  })
  @Allow(writers)
  async closeSurplus(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'Which listing.' }) input: CloseSurplusInput,
  ): Promise<SurplusListingView> {
    return toSurplusListingView(await this.surplus.close(viewer, input.listingId));
  }

  @Query(() => SurplusListingConnection, { description: 'Listings of your enterprise, newest first.' })
  @Allow(readers)
  async mySurplusListings(
    @Me() viewer: EnterpriseViewer,
    @Args() page: PageArgs,
  ): Promise<Connection<SurplusListingView>> {
    return toConnection(await this.surplus.mine(viewer, page), toSurplusListingView);
  }

  @Query(() => SurplusListingView, { nullable: true, description: 'One listing of your enterprise.' })
  @Allow(readers)
  async surplusListing(
    @Me() viewer: EnterpriseViewer,
    @Args() { id }: SurplusListingArgs,
  ): Promise<SurplusListingView> {
    return toSurplusListingView(await this.surplus.require(viewer, id));
  }

  @ResolveField(() => [SurplusLineView], {
    description: 'What it offers, in the order given; the first lines of many.',
  })
  @Allow(readers)
  async lines(
    @Parent() { id }: SurplusListingView,
    @Args() { first }: SurplusLineArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<SurplusLineView[]> {
    return ((await ctx.load(this.surplus.linesOf, id)) ?? []).slice(0, first).map(toSurplusLineView);
  }

  @ResolveField(() => SurplusProgressView, { description: 'How many heads have a name, and a consent.' })
  @Allow(readers)
  async progress(@Parent() { id }: SurplusListingView, @Ctx() ctx: RequestContext): Promise<SurplusProgressView> {
    return orRefuse(await ctx.load(this.surplus.progressOf, id), notFound());
  }
}

@Resolver(() => SurplusLineView)
export class SurplusLineResolver {
  constructor(
    private readonly surplus: Surplus,
    private readonly occupations: Occupations,
    private readonly regions: Regions,
  ) {}

  @ResolveField(() => Int, { description: 'Heads that have a name by now.' })
  @Allow(readers)
  async named(@Parent() { id }: SurplusLineView, @Ctx() ctx: RequestContext): Promise<number> {
    return (await ctx.load(this.surplus.countsOf, id))?.named ?? 0;
  }

  @ResolveField(() => Int, { description: 'Heads whose worker has consented, in force for the whole listing.' })
  @Allow(readers)
  async consented(@Parent() { id }: SurplusLineView, @Ctx() ctx: RequestContext): Promise<number> {
    return (await ctx.load(this.surplus.countsOf, id))?.consented ?? 0;
  }

  @ResolveField(() => OccupationView, { nullable: true, description: 'What they can do.' })
  @Allow(readers)
  async occupation(
    @Parent() { occupationId }: SurplusLineView,
    @Ctx() ctx: RequestContext,
  ): Promise<OccupationView | undefined> {
    const occupation = await ctx.load(this.occupations.byIds, occupationId);
    return occupation && toOccupationView(occupation, ctx.language);
  }

  @ResolveField(() => RegionView, { nullable: true, description: 'Where they are.' })
  @Allow(readers)
  async region(@Parent() { regionId }: SurplusLineView, @Ctx() ctx: RequestContext): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, regionId);
    return region && toRegionView(region, ctx.language);
  }
}
