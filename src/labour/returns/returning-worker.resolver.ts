import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Workers } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { CandidateView, toCandidateView } from '../candidates/candidate.view.js';
import { PlacementInput } from '../placements/placement.input.js';
import { ReturnLists } from './return-list.service.js';
import { ReturningWorkerConnection, ReturningWorkerView, toReturningWorkerView } from './return.view.js';

const lender = { to: ['enterprise'], owns: 'loans by the viewer’s enterprise', scope: 'labour:read' } as const;

@Resolver(() => ReturningWorkerView)
export class ReturningWorkerResolver {
  constructor(
    private readonly lists: ReturnLists,
    private readonly workers: Workers,
  ) {}

  @Query(() => ReturningWorkerConnection, {
    description: 'Your lent workers who came or come back, newest placement first: each needs a place with you.',
  })
  @Allow(lender)
  async workersReturning(
    @Me() viewer: EnterpriseViewer,
    @Args() page: PageArgs,
  ): Promise<Connection<ReturningWorkerView>> {
    return toConnection(await this.lists.returning(viewer, page), toReturningWorkerView);
  }

  @Mutation(() => ReturningWorkerView, { description: 'Says that a lent worker is back and has a place.' })
  @Allow({ ...lender, scope: 'labour:write' })
  async acknowledgeReturn(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PlacementInput,
  ): Promise<ReturningWorkerView> {
    return toReturningWorkerView(await this.lists.acknowledge(viewer, input.placementId));
  }

  @ResolveField(() => Boolean, { description: 'Whether the worker has been placed again since.' })
  @Allow(lender)
  async isPlacedAgain(@Parent() back: ReturningWorkerView, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await ctx.load(this.lists.placedAgainOf, back.placementId)) ?? false;
  }

  @ResolveField(() => CandidateView, { nullable: true, description: 'Who comes back.' })
  @Allow(lender)
  async candidate(
    @Parent() { workerId }: ReturningWorkerView,
    @Ctx() ctx: RequestContext,
  ): Promise<CandidateView | undefined> {
    const worker = await ctx.load(this.workers.byIds, workerId);
    return worker && toCandidateView(worker);
  }
}
