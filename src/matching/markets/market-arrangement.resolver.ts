import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Regions, RegionView, toRegionView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { ArrangeMarketInput, MarketSuggestionArgs } from './market-arrangement.input.js';
import { MarketArrangement } from './market-arrangement.service.js';
import { Markets } from './market.service.js';
import { LabourMarketView, toMarketView } from './market.view.js';
import { MarketContainment, MarketSuggestion, SuggestedMarket } from './market-suggestion.view.js';

const jurisdiction = { to: ['bureau', 'operator'], owns: 'regions inside the viewer’s jurisdiction' } as const;

async function countiesIn(ctx: RequestContext, regions: Regions, ids: readonly string[]): Promise<RegionView[]> {
  const rows = await Promise.all(ids.map((id) => ctx.load(regions.byIds, id)));
  return rows.flatMap((row) => (row ? [toRegionView(row, ctx.language)] : []));
}

@Resolver(() => LabourMarketView)
export class MarketArrangementResolver {
  constructor(
    private readonly arrangement: MarketArrangement,
    private readonly markets: Markets,
    private readonly regions: Regions,
  ) {}

  @ResolveField(() => [RegionView], { description: 'The counties that it holds.' })
  @Allow(jurisdiction)
  async counties(@Parent() { id }: LabourMarketView, @Ctx() ctx: RequestContext): Promise<RegionView[]> {
    return countiesIn(ctx, this.regions, (await ctx.load(this.markets.countiesOf, id)) ?? []);
  }

  @Mutation(() => LabourMarketView, {
    description: 'Has regions solved together; the markets that lose or gain some are solved anew.',
  })
  @Allow(jurisdiction)
  async arrangeMarket(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: ArrangeMarketInput,
  ): Promise<LabourMarketView> {
    return toMarketView(language)(await this.arrangement.arrange(viewer, input));
  }

  @Query(() => MarketSuggestion, {
    nullable: true,
    description: 'How a region would fall into markets by whom its needs could have; null before it was measured.',
  })
  @Allow(jurisdiction)
  async marketSuggestion(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Args() args: MarketSuggestionArgs,
  ): Promise<MarketSuggestion | undefined> {
    return this.arrangement.suggest(viewer, args);
  }
}

@Resolver(() => SuggestedMarket)
export class SuggestedMarketResolver {
  constructor(
    private readonly regions: Regions,
    private readonly markets: Markets,
  ) {}

  @ResolveField(() => [RegionView], { description: 'Its counties.' })
  @Allow(jurisdiction)
  async counties(@Parent() { placeIds }: SuggestedMarket, @Ctx() ctx: RequestContext): Promise<RegionView[]> {
    return countiesIn(ctx, this.regions, placeIds);
  }

  @ResolveField(() => LabourMarketView, {
    nullable: true,
    description: 'The market to which most of its counties belong today.',
  })
  @Allow(jurisdiction)
  async market(
    @Parent() { marketId }: SuggestedMarket,
    @Ctx() ctx: RequestContext,
  ): Promise<LabourMarketView | undefined> {
    const market = marketId && (await ctx.load(this.markets.byIds, marketId));
    return market ? toMarketView(ctx.language)(market) : undefined;
  }
}

@Resolver(() => MarketContainment)
export class MarketContainmentResolver {
  constructor(private readonly markets: Markets) {}

  @ResolveField(() => LabourMarketView, { nullable: true, description: 'The market.' })
  @Allow(jurisdiction)
  async market(
    @Parent() { marketId }: MarketContainment,
    @Ctx() ctx: RequestContext,
  ): Promise<LabourMarketView | undefined> {
    const market = await ctx.load(this.markets.byIds, marketId);
    return market && toMarketView(ctx.language)(market);
  }
}
