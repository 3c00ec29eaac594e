import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { Markets } from '../markets/market.service.js';
import { LabourMarketConnection, type LabourMarketView, toMarketView } from '../markets/market.view.js';
import { MatchRunDesk } from './match-run-desk.service.js';
import { MatchRunListArgs, RequestMatchRunInput } from './match-run.input.js';
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
