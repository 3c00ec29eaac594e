import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { MaterialLots } from '../lots/material-lot.service.js';
import { MaterialLotView, toMaterialLotView } from '../lots/material-lot.view.js';
import { marketOfMaterials, ownMaterials } from '../materials.policy.js';
import { MaterialRequests } from '../requests/material-request.service.js';
import { MaterialRequestView, toMaterialRequestView } from '../requests/material-request.view.js';
import { MaterialProposals } from './material-proposal.service.js';
import {
  DeclineMaterialProposalInput,
  MaterialProposalView,
  toMaterialProposalView,
} from './material-proposal.view.js';

@Resolver(() => MaterialProposalView)
export class MaterialProposalResolver {
  constructor(
    private readonly proposals: MaterialProposals,
    private readonly lots: MaterialLots,
    private readonly requests: MaterialRequests,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => MaterialProposalView, { description: 'Your enterprise does not want a proposal for its request.' })
  @Allow(ownMaterials)
  async declineMaterialProposal(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: DeclineMaterialProposalInput,
  ): Promise<MaterialProposalView> {
    return toMaterialProposalView(await this.proposals.decline(viewer, input.materialProposalId));
  }

  @ResolveField(() => MaterialLotView, { description: 'Where it would come from.' })
  @Allow(marketOfMaterials)
  async lot(
    @Parent() { lotId }: MaterialProposalView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialLotView | undefined> {
    const lot = await ctx.load(this.lots.byIds, lotId);
    return lot && toMaterialLotView(lot, viewer, this.clock.today());
  }

  @ResolveField(() => MaterialRequestView, { description: 'What it would be for.' })
  @Allow(marketOfMaterials)
  async request(
    @Parent() { requestId }: MaterialProposalView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialRequestView | undefined> {
    const request = await ctx.load(this.requests.byIds, requestId);
    return request && toMaterialRequestView(request, viewer);
  }
}

const ofOwner = { ...marketOfMaterials, owns: 'proposals for requests and lots of the viewer’s enterprise' } as const;

@Resolver(() => MaterialRequestView)
export class RequestProposalsResolver {
  constructor(private readonly proposals: MaterialProposals) {}

  @ResolveField(() => [MaterialProposalView], {
    name: 'proposals',
    description: 'What matching advises to take; empty for all but its own enterprise.',
  })
  @Allow(ofOwner)
  async ofRequest(
    @Parent() { id, enterpriseId }: MaterialRequestView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialProposalView[]> {
    if (viewer.enterpriseId !== enterpriseId) return [];
    return ((await ctx.load(this.proposals.ofRequests, id)) ?? []).map(toMaterialProposalView);
  }
}

@Resolver(() => MaterialLotView)
export class LotProposalsResolver {
  constructor(private readonly proposals: MaterialProposals) {}

  @ResolveField(() => [MaterialProposalView], {
    name: 'proposals',
    description: 'For which requests matching advises to take from it; empty for all but its owner.',
  })
  @Allow(ofOwner)
  async ofLot(
    @Parent() { id, enterpriseId }: MaterialLotView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialProposalView[]> {
    if (viewer.enterpriseId !== enterpriseId) return [];
    return ((await ctx.load(this.proposals.ofLots, id)) ?? []).map(toMaterialProposalView);
  }
}
