import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { SetScoreWeightsInput, WeightsListArgs } from './weights.input.js';
import { ScoreWeights } from './weights.service.js';
import { ScoreWeightsConnection, ScoreWeightsView, toScoreWeightsView } from './weights.view.js';

const jurisdiction = { to: ['bureau', 'operator'], owns: 'markets that the viewer’s jurisdiction touches' } as const;

@Resolver(() => ScoreWeightsView)
export class ScoreWeightsResolver {
  constructor(private readonly weights: ScoreWeights) {}

  @Query(() => ScoreWeightsView, { description: 'By which weights a market’s pairs are scored now.' })
  @Allow(jurisdiction)
  async scoreWeights(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() { language }: RequestContext,
    @IdArg('The market.', 'marketId') marketId: string,
  ): Promise<ScoreWeightsView> {
    return toScoreWeightsView(language, viewer)(await this.weights.of(viewer, marketId));
  }

  @Query(() => ScoreWeightsConnection, {
    description: 'Weights that a market has had, and the defaults of all markets, newest first.',
  })
  @Allow(jurisdiction)
  async scoreWeightsVersions(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() { language }: RequestContext,
    @Args() args: WeightsListArgs,
  ): Promise<Connection<ScoreWeightsView>> {
    return toConnection(await this.weights.list(viewer, args), toScoreWeightsView(language, viewer));
  }

  @Mutation(() => ScoreWeightsView, { description: 'Sets the weights of a market, and has it solved anew by them.' })
  @Allow({ to: ['operator'], owns: 'every market' })
  async setScoreWeights(
    @Me() viewer: OperatorViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: SetScoreWeightsInput,
  ): Promise<ScoreWeightsView> {
    return toScoreWeightsView(language, viewer)(await this.weights.set(viewer, input));
  }
}
