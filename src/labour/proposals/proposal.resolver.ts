import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Workers } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { CandidateView, toCandidateView } from '../candidates/candidate.view.js';
import { Needs } from '../needs/need.service.js';
import { LabourNeedView, toNeedView } from '../needs/need.view.js';
import { Proposals } from './proposal.service.js';
import { ProposalConnection, ProposalView, toProposalView } from './proposal.view.js';

const parties = {
  to: ['enterprise', 'worker'],
  owns: 'proposals for own needs; the viewing worker’s own',
  scope: 'labour:read',
} as const;

@Resolver(() => ProposalView)
export class ProposalResolver {
  constructor(
    private readonly proposals: Proposals,
    private readonly needs: Needs,
    private readonly workers: Workers,
  ) {}

  @Query(() => ProposalConnection, { description: 'The work that the matching proposes to you.' })
  @Allow({ to: ['worker'], owns: 'the viewer’s own proposals' })
  async myProposals(@Me() viewer: WorkerViewer, @Args() page: PageArgs): Promise<Connection<ProposalView>> {
    return toConnection(await this.proposals.mine(viewer, page), toProposalView);
  }

  @ResolveField(() => LabourNeedView, { nullable: true, description: 'The need it is for.' })
  @Allow(parties)
  async need(@Parent() proposal: ProposalView, @Ctx() ctx: RequestContext): Promise<LabourNeedView | undefined> {
    const need = await ctx.load(this.needs.byIds, proposal.needId);
    return need && toNeedView(need);
  }

  @ResolveField(() => CandidateView, {
    nullable: true,
    description: 'The worker, anonymous until an offer is accepted.',
  })
  @Allow(parties)
  async candidate(@Parent() proposal: ProposalView, @Ctx() ctx: RequestContext): Promise<CandidateView | undefined> {
    const worker = await ctx.load(this.workers.byIds, proposal.workerId);
    return worker && toCandidateView(worker);
  }
}

/** What the host of a need sees of it, added by the modules that look it up. */
@Resolver(() => LabourNeedView)
export class NeedProposalsResolver {
  constructor(
    private readonly proposals: Proposals,
    private readonly needs: Needs,
  ) {}

  @ResolveField(() => ProposalConnection, {
    name: 'proposals',
    description: 'Workers proposed for it; only its host may ask.',
  })
  @Allow({ to: ['enterprise'], owns: 'proposals for own needs', scope: 'labour:read' })
  async ofNeed(
    @Parent() need: LabourNeedView,
    @Me() viewer: EnterpriseViewer,
    @Args() page: PageArgs,
  ): Promise<Connection<ProposalView>> {
    await this.needs.requireOwn(viewer, need.id);
    return toConnection(await this.proposals.ofNeed(need.id, page), toProposalView);
  }
}
