import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { notFound, refuse } from '../../platform/errors/index.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { ownRead, ownWrite } from '../capacity.policy.js';
import { CapacityRequestSearch } from '../requests/request-search.service.js';
import { CapacityRequestView, toRequestView } from '../requests/request.view.js';
import { CapacityWindowSearch } from '../windows/window-search.service.js';
import { CapacityWindowView, toWindowView } from '../windows/window.view.js';
import { CapacityProposals } from './proposal.service.js';
import {
  CapacityProposalConnection,
  CapacityProposalInput,
  CapacityProposalView,
  toProposalView,
} from './proposal.view.js';

@Resolver(() => CapacityProposalView)
export class CapacityProposalResolver {
  constructor(
    private readonly proposals: CapacityProposals,
    private readonly windows: CapacityWindowSearch,
    private readonly requests: CapacityRequestSearch,
  ) {}

  @Mutation(() => CapacityProposalView, { description: 'Declines what was proposed for a request of yours.' })
  @Allow(ownWrite)
  async declineCapacityProposal(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: CapacityProposalInput,
  ): Promise<CapacityProposalView> {
    return toProposalView(await this.proposals.decline(viewer, input.capacityProposalId));
  }

  @ResolveField(() => CapacityWindowView, { nullable: true, description: 'The window.' })
  @Allow(ownRead)
  async window(
    @Parent() { windowId }: CapacityProposalView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<CapacityWindowView | undefined> {
    const window = await ctx.load(this.windows.byIds, windowId);
    return window && toWindowView(window, viewer);
  }

  @ResolveField(() => CapacityRequestView, { nullable: true, description: 'The request.' })
  @Allow(ownRead)
  async request(
    @Parent() { requestId }: CapacityProposalView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<CapacityRequestView | undefined> {
    const request = await ctx.load(this.requests.byIds, requestId);
    return request && toRequestView(request, viewer);
  }
}

@Resolver(() => CapacityRequestView)
export class RequestProposalsResolver {
  constructor(
    private readonly proposals: CapacityProposals,
    private readonly requests: CapacityRequestSearch,
  ) {}

  @ResolveField(() => CapacityProposalConnection, {
    name: 'proposals',
    description: 'What is proposed for it, newest first; only its enterprise may ask.',
  })
  @Allow(ownRead)
  async ofRequest(
    @Parent() { id: requestId }: CapacityRequestView,
    @Me() viewer: EnterpriseViewer,
    @Args() page: PageArgs,
  ): Promise<Connection<CapacityProposalView>> {
    await this.requests.requireOwn(viewer, requestId);
    return toConnection(await this.proposals.of({ requestId }, page), toProposalView);
  }
}

@Resolver(() => CapacityWindowView)
export class WindowProposalsResolver {
  constructor(private readonly proposals: CapacityProposals) {}

  @ResolveField(() => CapacityProposalConnection, {
    name: 'proposals',
    description: 'What is proposed of it, newest first; only its owner may ask.',
  })
  @Allow(ownRead)
  async ofWindow(
    @Parent() { id: windowId, enterpriseId }: CapacityWindowView,
    @Me() viewer: EnterpriseViewer,
    @Args() page: PageArgs,
  ): Promise<Connection<CapacityProposalView>> {
    refuse(enterpriseId === viewer.enterpriseId ? undefined : notFound());
    return toConnection(await this.proposals.of({ windowId }, page), toProposalView);
  }
}
