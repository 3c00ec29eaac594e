import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { OccupationBalanceInput } from './occupation-balance.input.js';
import { OccupationBalances } from './occupation-balance.service.js';
import { OccupationBalance } from './occupation-balance.view.js';

@Resolver(() => OccupationBalance)
export class OccupationBalanceResolver {
  constructor(private readonly balances: OccupationBalances) {}

  @Query(() => [OccupationBalance], {
    description: 'Open seats against free workers per occupation on one day, the widest gap first.',
  })
  @Allow({ to: ['bureau', 'operator'], owns: 'regions of the viewer’s jurisdiction; an operator any' })
  async occupationBalance(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() ctx: RequestContext,
    @Args('input') input: OccupationBalanceInput,
  ): Promise<OccupationBalance[]> {
    return this.balances.rows(viewer, input, ctx.language);
  }
}
