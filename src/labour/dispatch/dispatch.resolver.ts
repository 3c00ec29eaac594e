import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView } from '../../directory/index.js';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { DispatchScreen } from './dispatch.service.js';
import { DispatchFlagConnection, DispatchFlagView, toDispatchFlagView } from './dispatch.view.js';

const officer: Policy = { to: ['bureau'], owns: 'lenders in the bureau’s jurisdiction' };

@Resolver(() => DispatchFlagView)
export class DispatchResolver {
  constructor(
    private readonly screen: DispatchScreen,
    private readonly enterprises: Enterprises,
  ) {}

  @Query(() => DispatchFlagConnection, {
    description:
      'Lenders of your jurisdiction whose loans may be dispatch under another name, with what speaks for it (R26).',
  })
  @Allow(officer)
  async dispatchFlags(@Me() viewer: BureauViewer, @Args() page: PageArgs): Promise<Connection<DispatchFlagView>> {
    return toConnection(await this.screen.flagged(viewer, page), toDispatchFlagView);
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'The lender.' })
  @Allow(officer)
  async lender(
    @Parent() { enterpriseId }: DispatchFlagView,
    @Me() viewer: BureauViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const lender = await ctx.load(this.enterprises.byIds, enterpriseId);
    return lender && toEnterpriseView(lender, viewer);
  }
}
