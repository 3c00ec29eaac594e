import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Regions, RegionView, toRegionView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { ownAlerts } from '../bureau.policy.js';
import { IndicatorView, toIndicatorView } from '../catalogue/indicator.view.js';
import { watchableOf } from '../catalogue/indicators.js';
import { AlertDesk } from './alert-desk.service.js';
import { SaveAlertRuleInput, SimulateAlertRuleInput } from './alert.input.js';
import { AlertEpisodeView, AlertRuleConnection, AlertRuleView, toAlertRuleView } from './alert.view.js';

@Resolver(() => AlertRuleView)
export class AlertRuleResolver {
  constructor(
    private readonly desk: AlertDesk,
    private readonly regions: Regions,
  ) {}

  @Query(() => AlertRuleConnection, { description: 'When your bureau is warned, newest rule first.' })
  @Allow(ownAlerts)
  async alertRules(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args() page: PageArgs,
  ): Promise<Connection<AlertRuleView>> {
    return toConnection(await this.desk.page(viewer, page), (rule) => toAlertRuleView(rule, language));
  }

  @Query(() => [AlertEpisodeView], {
    description: 'When a rule would have warned in the past, the latest first; at most 500. Saves nothing.',
  })
  @Allow(ownAlerts)
  simulateAlertRule(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: SimulateAlertRuleInput,
  ): Promise<AlertEpisodeView[]> {
    return this.desk.simulate(viewer, input, language);
  }

  @Mutation(() => AlertRuleView, { description: 'Makes a rule of your bureau, or changes one, or turns it off.' })
  @Allow(ownAlerts)
  async saveAlertRule(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: SaveAlertRuleInput,
  ): Promise<AlertRuleView> {
    return toAlertRuleView(await this.desk.save(viewer, input, language), language);
  }

  @ResolveField(() => IndicatorView, { nullable: true, description: 'What it watches.' })
  @Allow(ownAlerts)
  indicator(
    @Parent() { indicatorCode }: AlertRuleView,
    @Ctx() { language }: RequestContext,
  ): IndicatorView | undefined {
    const found = watchableOf(indicatorCode);
    return found && toIndicatorView(found, language);
  }

  @ResolveField(() => RegionView, { nullable: true, description: 'Where.' })
  @Allow(ownAlerts)
  async region(@Parent() { regionId }: AlertRuleView, @Ctx() ctx: RequestContext): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, regionId);
    return region && toRegionView(region, ctx.language);
  }
}
