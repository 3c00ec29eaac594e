import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { FillRateInput } from './fill-rate.input.js';
import { FillRates } from './fill-rate.service.js';
import { FillRateReport } from './fill-rate.view.js';

@Resolver(() => FillRateReport)
export class FillRateResolver {
  constructor(private readonly fillRates: FillRates) {}

  @Query(() => FillRateReport, { description: 'How far the needs of a region are filled, by stage.' })
  @Allow({ to: ['bureau', 'operator'], owns: 'regions of the viewer’s jurisdiction; an operator any' })
  async fillRate(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() ctx: RequestContext,
    @Args('input') input: FillRateInput,
  ): Promise<FillRateReport> {
    return this.fillRates.report(viewer, input, ctx);
  }
}
