import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import { ownOrJurisdiction } from '../orders.policy.js';
import type { OrderViewer } from '../production-orders/order-search.service.js';
import { OrderRequirementView } from '../production-orders/production-order.view.js';
import { Allocations } from './allocation.service.js';
import { AllocationView, toAllocationView } from './allocation.view.js';

@Resolver(() => OrderRequirementView)
export class RequirementAllocationsResolver {
  constructor(private readonly allocations: Allocations) {}

  @ResolveField(() => [AllocationView], { name: 'allocations', description: 'What of others is reserved for it.' })
  @Allow(ownOrJurisdiction)
  async of(@Parent() { id }: OrderRequirementView, @Ctx() ctx: RequestContext): Promise<AllocationView[]> {
    return ((await ctx.load(this.allocations.byRequirement, id)) ?? []).map(toAllocationView);
  }
}

@Resolver(() => AllocationView)
export class AllocationResolver {
  constructor(private readonly enterprises: Enterprises) {}

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'Whose goods or machine; none for workers.' })
  @Allow(ownOrJurisdiction)
  async enterprise(
    @Parent() { enterpriseId }: AllocationView,
    @Me() viewer: OrderViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = enterpriseId === null ? undefined : await ctx.load(this.enterprises.byIds, enterpriseId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }
}
