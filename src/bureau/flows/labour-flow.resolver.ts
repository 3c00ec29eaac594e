import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { CommutingInput, LabourFlowsInput } from './labour-flow.input.js';
import { CommutingView, LabourFlowsView } from './labour-flow.view.js';
import { LabourFlows } from './labour-flows.service.js';

@Resolver(() => LabourFlowsView)
export class LabourFlowResolver {
  constructor(private readonly flows: LabourFlows) {}

  @Query(() => LabourFlowsView, {
    description: 'From which industry or region people went to which, of placements that began in a period.',
  })
  @Allow({ to: ['bureau', 'operator'], owns: 'regions of the viewer’s jurisdiction; an operator any' })
  labourFlows(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() ctx: RequestContext,
    @Args('input') input: LabourFlowsInput,
  ): Promise<LabourFlowsView> {
    return this.flows.flows(viewer, input, ctx.language);
  }

  @Query(() => CommutingView, { description: 'How far people have to work, of placements that began in a period.' })
  @Allow({ to: ['bureau', 'operator'], owns: 'regions of the viewer’s jurisdiction; an operator any' })
  commuting(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() ctx: RequestContext,
    @Args('input') input: CommutingInput,
  ): Promise<CommutingView> {
    return this.flows.commuting(viewer, input, ctx.language);
  }
}
