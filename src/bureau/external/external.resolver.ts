import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Regions, RegionView, toRegionView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { ownExternalSeries } from '../bureau.policy.js';
import { ExternalValuesArgs, SaveExternalSeriesInput, SwitchExternalSeriesInput } from './external.input.js';
import {
  ExternalPointView,
  ExternalQualityView,
  ExternalSeriesConnection,
  ExternalSeriesView,
  ExternalValueView,
  toExternalPointView,
  toExternalQualityView,
  toExternalSeriesView,
  toExternalValueView,
} from './external.view.js';
import { ExternalImportView, toExternalImportView } from './external-import.view.js';
import { ExternalRegistry } from './external-registry.service.js';
import { ExternalValues, rangeKey } from './external-values.service.js';
import { qualityOf } from './quality.rules.js';

const recentPoints = 24;

@Resolver(() => ExternalSeriesView)
export class ExternalSeriesResolver {
  constructor(
    private readonly registry: ExternalRegistry,
    private readonly stored: ExternalValues,
    private readonly regions: Regions,
    private readonly clock: Clock,
  ) {}

  @Query(() => ExternalSeriesConnection, {
    description: 'What your bureau gathers from other departments, newest registration first.',
  })
  @Allow(ownExternalSeries)
  async externalSeries(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args() page: PageArgs,
  ): Promise<Connection<ExternalSeriesView>> {
    return toConnection(await this.registry.page(viewer, page), (row) => toExternalSeriesView(row, language));
  }

  @Query(() => ExternalSeriesView, { nullable: true, description: 'One external series.' })
  @Allow(ownExternalSeries)
  async externalSeriesById(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @IdArg() id: string,
  ): Promise<ExternalSeriesView> {
    return toExternalSeriesView(await this.registry.get(viewer, id), language);
  }

  @Mutation(() => ExternalSeriesView, { description: 'Registers an external series, or changes one.' })
  @Allow(ownExternalSeries)
  async saveExternalSeries(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: SaveExternalSeriesInput,
  ): Promise<ExternalSeriesView> {
    return toExternalSeriesView(await this.registry.save(viewer, input, language), language);
  }

  @Mutation(() => ExternalSeriesView, {
    description: 'Switches a series off, so that nothing is fetched and nothing is late, or on again. Its values stay.',
  })
  @Allow(ownExternalSeries)
  async switchExternalSeries(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: SwitchExternalSeriesInput,
  ): Promise<ExternalSeriesView> {
    return toExternalSeriesView(await this.registry.switch(viewer, input), language);
  }

  @ResolveField(() => RegionView, { nullable: true, description: 'The region it is of.' })
  @Allow(ownExternalSeries)
  async region(
    @Parent() { regionId }: ExternalSeriesView,
    @Ctx() ctx: RequestContext,
  ): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, regionId);
    return region && toRegionView(region, ctx.language);
  }

  @ResolveField(() => ExternalPointView, { nullable: true, description: 'Its newest value.' })
  @Allow(ownExternalSeries)
  async lastValue(
    @Parent() { id }: ExternalSeriesView,
    @Ctx() ctx: RequestContext,
  ): Promise<ExternalPointView | undefined> {
    const last = (await ctx.load(this.stored.newest, id))?.at(-1);
    return last && toExternalPointView(last);
  }

  @ResolveField(() => [ExternalPointView], { description: `Its newest ${recentPoints} values, in order.` })
  @Allow(ownExternalSeries)
  async recent(@Parent() { id }: ExternalSeriesView, @Ctx() ctx: RequestContext): Promise<ExternalPointView[]> {
    return ((await ctx.load(this.stored.newest, id)) ?? []).slice(-recentPoints).map(toExternalPointView);
  }

  @ResolveField(() => ExternalQualityView, { description: 'What is to be looked at before it is believed.' })
  @Allow(ownExternalSeries)
  async quality(@Parent() series: ExternalSeriesView, @Ctx() ctx: RequestContext): Promise<ExternalQualityView> {
    const points = (await ctx.load(this.stored.newest, series.id)) ?? [];
    return toExternalQualityView(qualityOf(points, series, series.isOn ? this.clock.today() : null));
  }

  @ResolveField(() => [ExternalValueView], {
    description: 'Its values in order, with what they were before; the newest 1,000 of the range.',
  })
  @Allow(ownExternalSeries)
  async values(
    @Parent() { id }: ExternalSeriesView,
    @Ctx() ctx: RequestContext,
    @Args() range: ExternalValuesArgs,
  ): Promise<ExternalValueView[]> {
    return ((await ctx.load(this.stored.inRanges, rangeKey(range, id))) ?? []).map(toExternalValueView);
  }

  @ResolveField(() => ExternalImportView, { nullable: true, description: 'The last run that was to bring values.' })
  @Allow(ownExternalSeries)
  async lastImport(
    @Parent() { id }: ExternalSeriesView,
    @Ctx() ctx: RequestContext,
  ): Promise<ExternalImportView | undefined> {
    const run = await ctx.load(this.registry.lastImports, id);
    return run && toExternalImportView(run, ctx.language);
  }
}
