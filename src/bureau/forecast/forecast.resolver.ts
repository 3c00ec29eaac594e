import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { ownForecasts } from '../bureau.policy.js';
import { ShortageForecastArgs, ShortageForecastsArgs } from './forecast.input.js';
import { ShortageForecasts } from './forecast.service.js';
import { ShortageForecastView } from './forecast.view.js';

@Resolver(() => ShortageForecastView)
export class ForecastResolver {
  constructor(private readonly forecasts: ShortageForecasts) {}

  @Query(() => ShortageForecastView, {
    description: 'What a region, or an occupation in it, will lack in the coming weeks, with how wrong that has been.',
  })
  @Allow(ownForecasts)
  shortageForecast(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args() args: ShortageForecastArgs,
  ): Promise<ShortageForecastView> {
    return this.forecasts.forecast(viewer, args, language);
  }

  @Query(() => [ShortageForecastView], {
    description:
      'The parts that will lack most, the largest expected shortage first; of the fifty with most open seats in the last quarter and the weeks known ahead.',
  })
  @Allow(ownForecasts)
  shortageForecasts(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args() args: ShortageForecastsArgs,
  ): Promise<ShortageForecastView[]> {
    return this.forecasts.parts(viewer, args, language);
  }
}
