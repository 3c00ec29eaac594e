import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, members } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { render } from '../../platform/i18n/message.js';
import { maySeePapers } from '../enterprises/enterprise.policy.js';
import { EnterpriseView } from '../enterprises/enterprise.view.js';
import { Regions } from '../regions/region.service.js';
import { Sanctions } from './sanction.service.js';

/** What an enterprise is told before it tries to deal in vain. */
@Resolver(() => EnterpriseView)
export class DealingBarResolver {
  constructor(
    private readonly sanctions: Sanctions,
    private readonly regions: Regions,
  ) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why it cannot deal now (R30); null where it can. Only for its own members and its bureau.',
  })
  @Allow({
    to: members,
    owns: 'the viewer’s enterprise, or one in the bureau’s jurisdiction',
    scope: 'directory:read',
  })
  async dealingBar(
    @Parent() { id, regionId }: EnterpriseView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<string | null> {
    const above = await ctx.load(this.regions.ancestorsOf, regionId);
    const covered = viewer.kind === 'bureau' && above?.has(viewer.regionId) === true;
    if (!maySeePapers(viewer, id, covered)) return null;
    const refusal = await ctx.load(this.sanctions.refusalsOf, id);
    return refusal ? render(refusal.message, ctx.language, refusal.params) : null;
  }
}
