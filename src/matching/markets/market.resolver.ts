import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { MatchRunDesk } from '../runs/match-run-desk.service.js';
import { MatchRunView, toMatchRunView } from '../runs/match-run.view.js';
import { ScoreWeights } from '../weights/weights.service.js';
import { ScoreWeightsView, toScoreWeightsView } from '../weights/weights.view.js';
import { Markets } from './market.service.js';
import { LabourMarketView } from './market.view.js';

const reader = { to: ['bureau', 'operator'], owns: 'markets that the viewer may read' } as const;

/** How a market stands. */
@Resolver(() => LabourMarketView)
export class LabourMarketResolver {
  constructor(
    private readonly desk: MatchRunDesk,
    private readonly weights: ScoreWeights,
    private readonly markets: Markets,
  ) {}

  @ResolveField(() => MatchRunView, { nullable: true, description: 'Its newest run; null where it was never solved.' })
  @Allow(reader)
  async latestRun(@Parent() { id }: LabourMarketView, @Ctx() ctx: RequestContext): Promise<MatchRunView | undefined> {
    const run = await ctx.load(this.desk.latestByMarkets, id);
    return run && toMatchRunView(run);
  }

  @ResolveField(() => ScoreWeightsView, { description: 'By which weights its pairs are scored now.' })
  @Allow(reader)
  async scoreWeights(
    @Parent() { id }: LabourMarketView,
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<ScoreWeightsView | undefined> {
    const weights = await ctx.load(this.weights.byMarkets, id);
    return weights && toScoreWeightsView(ctx.language, viewer)(weights);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether its proposals follow every change at once; otherwise the next change begins a run.',
  })
  @Allow(reader)
  async isKept(@Parent() { id }: LabourMarketView, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await ctx.load(this.markets.keptByIds, id)) ?? false;
  }
}
