import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { ownOrJurisdiction, ownWrite } from '../orders.policy.js';
import { type OrderViewer } from '../production-orders/order-search.service.js';
import { ProductionOrderInput } from '../production-orders/production-order.input.js';
import { ProductionOrderView, toOrderView } from '../production-orders/production-order.view.js';
import { thingKey, Things } from '../things.service.js';
import { OrderProposals } from './order-proposal.service.js';
import { OrderProposalShareView, OrderProposalView, toProposalView } from './order-proposal.view.js';
import { ProposalAnswers } from './proposal-answer.service.js';

@Resolver(() => ProductionOrderView)
export class OrderProposalResolver {
  constructor(
    private readonly proposals: OrderProposals,
    private readonly answers: ProposalAnswers,
  ) {}

  @ResolveField(() => OrderProposalView, {
    nullable: true,
    description:
      'What the newest plan of the region foresees for it; `secureOrder` takes that, where it is still to be had.',
  })
  @Allow(ownOrJurisdiction)
  async proposal(
    @Parent() { id }: ProductionOrderView,
    @Ctx() ctx: RequestContext,
  ): Promise<OrderProposalView | undefined> {
    const proposal = await ctx.load(this.proposals.openOf, id);
    return proposal && toProposalView(proposal);
  }

  @Mutation(() => ProductionOrderView, {
    description: 'Declines what a plan of the region foresees for an order of yours.',
  })
  @Allow(ownWrite)
  async declineOrderProposal(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ProductionOrderInput,
  ): Promise<ProductionOrderView> {
    return toOrderView(viewer.enterpriseId)(await this.answers.decline(viewer, input.orderId));
  }
}

@Resolver(() => OrderProposalShareView)
export class OrderProposalShareResolver {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly things: Things,
  ) {}

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'Whose; nobody’s for workers of their own.' })
  @Allow(ownOrJurisdiction)
  async enterprise(
    @Parent() { enterpriseId }: OrderProposalShareView,
    @Me() viewer: OrderViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = enterpriseId === null ? undefined : await ctx.load(this.enterprises.byIds, enterpriseId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }

  @ResolveField(() => String, { description: 'Its name in your language.' })
  @Allow(ownOrJurisdiction)
  async name(@Parent() share: OrderProposalShareView, @Ctx() ctx: RequestContext): Promise<string> {
    const thing = await ctx.load(this.things.byKeys, thingKey(share));
    return (ctx.language === 'en' ? thing?.nameEn : thing?.nameZh) ?? share.thingId;
  }
}
