import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { actingParty, partiesOfTransfer } from '../materials.policy.js';
import { mayWriteMaterials } from '../materials.rules.js';
import { MaterialTransferView, toMaterialTransferView } from '../transfers/material-transfer.view.js';
import {
  AcceptMaterialReturnInput,
  RefuseMaterialReturnInput,
  ReturnMaterialInput,
  SettleShortfallInput,
} from './material-return.input.js';
import { MaterialReturns } from './material-return.service.js';
import { MaterialReturnView, toMaterialReturnView } from './material-return.view.js';
import { Shortfalls } from './shortfall.service.js';

@Resolver(() => MaterialTransferView)
export class MaterialReturnResolver {
  constructor(
    private readonly parts: MaterialReturns,
    private readonly shortfalls: Shortfalls,
  ) {}

  @Mutation(() => MaterialTransferView, { description: 'The borrower brings a loan back, or a part of it.' })
  @Allow(actingParty)
  async returnMaterial(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ReturnMaterialInput,
  ): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.parts.state(viewer, input), viewer);
  }

  @Mutation(() => MaterialTransferView, { description: 'The owner takes back what they weighed; the rest stays due.' })
  @Allow(actingParty)
  async acceptMaterialReturn(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: AcceptMaterialReturnInput,
  ): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.parts.accept(viewer, input), viewer);
  }

  @Mutation(() => MaterialTransferView, { description: 'The owner does not take a return; it stays due.' })
  @Allow(actingParty)
  async refuseMaterialReturn(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: RefuseMaterialReturnInput,
  ): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.parts.refuse(viewer, input), viewer);
  }

  @Mutation(() => MaterialTransferView, {
    description: 'Names a price for all that is still due; when both have named the same, the loan ends with it.',
  })
  @Allow(actingParty)
  async settleShortfall(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: SettleShortfallInput,
  ): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.shortfalls.settle(viewer, input), viewer);
  }

  @ResolveField(() => [MaterialReturnView], { description: 'What was brought back of a loan, part by part.' })
  @Allow(partiesOfTransfer)
  async returns(
    @Parent() { id, side }: MaterialTransferView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialReturnView[]> {
    const parts = (await ctx.load(this.parts.ofTransfers, id)) ?? [];
    const mayDecide = side === 'owner' && mayWriteMaterials(viewer);
    return parts.map((part) => toMaterialReturnView(part, mayDecide));
  }
}
