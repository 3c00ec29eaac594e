import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { WorkReaches } from './work-reach.service.js';
import { toWhyNeedView, toWorkReachView, WhyNeedView, WorkReachView } from './work-reach.view.js';

@Resolver()
export class WorkReachResolver {
  constructor(private readonly reaches: WorkReaches) {}

  @Query(() => WorkReachView, {
    nullable: true,
    description: 'What work you fit, and what would open more; null while you are not looking for work.',
  })
  @Allow({ to: ['worker'], owns: 'the viewer’s own chances' })
  async myWorkReach(@Me() viewer: WorkerViewer, @Ctx() ctx: RequestContext): Promise<WorkReachView | undefined> {
    const reach = await this.reaches.mine(viewer);
    return reach && toWorkReachView(reach, ctx.language);
  }

  @Query(() => WhyNeedView, { description: 'Why a need is, or is not, proposed to you.' })
  @Allow({ to: ['worker'], owns: 'the viewer’s own chances' })
  async whyNeed(
    @Me() viewer: WorkerViewer,
    @Ctx() ctx: RequestContext,
    @IdArg('The need.', 'needId') needId: string,
  ): Promise<WhyNeedView> {
    return toWhyNeedView(await this.reaches.why(viewer, needId), ctx.language);
  }
}
