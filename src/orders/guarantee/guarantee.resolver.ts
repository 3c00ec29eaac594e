import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { jurisdiction } from '../orders.policy.js';
import { GuaranteeArgs } from './guarantee.input.js';
import { Guarantees } from './guarantee.service.js';
import { OrderGuaranteeDayView, OrderGuaranteeView, toGuaranteeDayView, toGuaranteeView } from './guarantee.view.js';

@Resolver(() => OrderGuaranteeView)
export class GuaranteeResolver {
  constructor(private readonly guarantees: Guarantees) {}

  @Query(() => OrderGuaranteeView, {
    description: 'The order guarantee rate of a region and period, from the facts now.',
  })
  @Allow(jurisdiction)
  async orderGuarantee(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Args() args: GuaranteeArgs,
  ): Promise<OrderGuaranteeView> {
    return toGuaranteeView(await this.guarantees.rate(viewer, args));
  }

  @Query(() => [OrderGuaranteeDayView], { description: 'How the rate of a region went, a day each, oldest first.' })
  @Allow(jurisdiction)
  async orderGuaranteeTrend(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Args() args: GuaranteeArgs,
  ): Promise<OrderGuaranteeDayView[]> {
    return (await this.guarantees.history(viewer, args)).map(toGuaranteeDayView);
  }
}
