import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { FillTrendInput } from './fill-trend.input.js';
import { FillTrends } from './fill-trend.service.js';
import { FillTrend } from './fill-trend.view.js';

@Resolver(() => FillTrend)
export class FillTrendResolver {
  constructor(private readonly trends: FillTrends) {}

  @Query(() => FillTrend, { description: 'How the filling of a region’s needs went over time, by stage.' })
  @Allow({ to: ['bureau', 'operator'], owns: 'regions of the viewer’s jurisdiction; an operator any' })
  async fillTrend(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() ctx: RequestContext,
    @Args('input') input: FillTrendInput,
  ): Promise<FillTrend> {
    return this.trends.trend(viewer, input, ctx.language);
  }
}
