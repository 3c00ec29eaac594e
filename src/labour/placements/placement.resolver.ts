import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Workers } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { CandidateView, toCandidateView } from '../candidates/candidate.view.js';
import { Needs } from '../needs/need.service.js';
import { LabourNeedView, toNeedView } from '../needs/need.view.js';
import type { PlacementAction } from './placement-action.rules.js';
import { PlacementInput, WithdrawConsentInput } from './placement.input.js';
import { PlacementLives } from './placement-life.service.js';
import { Placements } from './placement.service.js';
import { PlacementActionEnum, PlacementConnection, PlacementView, toPlacementView } from './placement.view.js';

const host = { to: ['enterprise'], owns: 'placements at the viewer’s enterprise', scope: 'labour:write' } as const;
const parties = {
  to: ['enterprise', 'worker'],
  owns: 'placements whose host, lender or worker the viewer is',
  scope: 'labour:read',
} as const;

@Resolver(() => PlacementView)
export class PlacementResolver {
  constructor(
    private readonly placements: Placements,
    private readonly lives: PlacementLives,
    private readonly needs: Needs,
    private readonly workers: Workers,
  ) {}

  @Mutation(() => PlacementView, { description: 'Says that the worker is on site.' })
  @Allow(host)
  async startPlacement(@Me() viewer: EnterpriseViewer, @Args('input') input: PlacementInput): Promise<PlacementView> {
    return toPlacementView(await this.placements.start(viewer, input.placementId));
  }

  @Mutation(() => PlacementView, {
    description: 'Ends a placement: planned ones are cancelled, running ones end today.',
  })
  @Allow(host)
  async endPlacement(@Me() viewer: EnterpriseViewer, @Args('input') input: PlacementInput): Promise<PlacementView> {
    return toPlacementView(await this.placements.end(viewer, input.placementId));
  }

  @Mutation(() => Boolean, { description: 'Withdraws your consent to be lent; what stands on it ends.' })
  @Allow({ to: ['worker'], owns: 'the viewer’s own consents' })
  async withdrawConsent(@Me() viewer: WorkerViewer, @Args('input') input: WithdrawConsentInput): Promise<boolean> {
    await this.placements.withdrawConsent(viewer, input.consentId);
    return true;
  }

  @Query(() => PlacementConnection, {
    name: 'placements',
    description: 'Placements that you are party to, newest first.',
  })
  @Allow(parties)
  async list(@Me() viewer: Viewer, @Args() page: PageArgs): Promise<Connection<PlacementView>> {
    return toConnection(await this.placements.list(viewer, page), toPlacementView);
  }

  @Query(() => PlacementView, { description: 'One placement that you are party to.' })
  @Allow(parties)
  async placement(@Me() viewer: Viewer, @IdArg() id: string): Promise<PlacementView> {
    return toPlacementView(await this.placements.require(viewer, id, 'id'));
  }

  @ResolveField(() => LabourNeedView, { nullable: true, description: 'The need it fills.' })
  @Allow(parties)
  async need(@Parent() placement: PlacementView, @Ctx() ctx: RequestContext): Promise<LabourNeedView | undefined> {
    const need = await ctx.load(this.needs.byIds, placement.needId);
    return need && toNeedView(need);
  }

  @ResolveField(() => CandidateView, { nullable: true, description: 'Who is placed.' })
  @Allow(parties)
  async candidate(@Parent() placement: PlacementView, @Ctx() ctx: RequestContext): Promise<CandidateView | undefined> {
    const worker = await ctx.load(this.workers.byIds, placement.workerId);
    return worker && toCandidateView(worker);
  }

  @ResolveField(() => [PlacementActionEnum], { description: 'What you may do with it now.' })
  @Allow(parties)
  async actions(
    @Parent() placement: PlacementView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<PlacementAction[]> {
    const facts = orRefuse(await ctx.load(this.lives.factsOf, placement.id), notFound());
    return this.placements.actionsOf(viewer, placement, facts);
  }
}
