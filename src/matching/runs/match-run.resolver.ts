import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { Markets } from '../markets/market.service.js';
import { LabourMarketConnection, LabourMarketView, toMarketView } from '../markets/market.view.js';
import { MatchRunDesk } from './match-run-desk.service.js';
import { CancelMatchRunInput, MatchRunListArgs, RequestMatchRunInput } from './match-run.input.js';
import { MatchRunConnection, MatchRunView, toMatchRunView } from './match-run.view.js';

const jurisdiction = { to: ['bureau', 'operator'], owns: 'markets that the viewer’s jurisdiction touches' } as const;

@Resolver(() => MatchRunView)
export class MatchRunResolver {
  constructor(
    private readonly desk: MatchRunDesk,
    private readonly markets: Markets,
  ) {}

  @Mutation(() => MatchRunView, { description: 'Asks for a match run of a market now.' })
  @Allow(jurisdiction)
  async requestMatchRun(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Args('input') input: RequestMatchRunInput,
  ): Promise<MatchRunView> {
    return toMatchRunView(await this.desk.request(viewer, input.marketId));
  }

  @Mutation(() => MatchRunView, {
    description: 'Calls off a run that waits or is at work; proposals stay as they were.',
  })
  @Allow(jurisdiction)
  async cancelMatchRun(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Args('input') input: CancelMatchRunInput,
  ): Promise<MatchRunView> {
    return toMatchRunView(await this.desk.cancel(viewer, input.runId));
  }

  @Query(() => MatchRunView, { nullable: true, description: 'One run; ask again to see it progress.' })
  @Allow(jurisdiction)
  async matchRun(@Me() viewer: BureauViewer | OperatorViewer, @IdArg() id: string): Promise<MatchRunView> {
    return toMatchRunView(await this.desk.require(viewer, id));
  }

  @Query(() => MatchRunConnection, { description: 'Runs of one market, newest first.' })
  @Allow(jurisdiction)
  async matchRuns(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Args() args: MatchRunListArgs,
  ): Promise<Connection<MatchRunView>> {
    return toConnection(await this.desk.list(viewer, args), toMatchRunView);
  }

  @ResolveField(() => LabourMarketView, { description: 'The market that it solves.' })
  @Allow(jurisdiction)
  async market(@Parent() run: MatchRunView, @Ctx() ctx: RequestContext): Promise<LabourMarketView | undefined> {
    const market = await ctx.load(this.markets.byIds, run.marketId);
    return market && toMarketView(ctx.language)(market);
  }

  @Query(() => LabourMarketConnection, { description: 'Labour markets of your jurisdiction.' })
  @Allow(jurisdiction)
  async labourMarkets(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() ctx: RequestContext,
    @Args() page: PageArgs,
  ): Promise<Connection<LabourMarketView>> {
    return toConnection(await this.markets.list(viewer, page), toMarketView(ctx.language));
  }
}
