import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Enterprises,
  EnterpriseView,
  occupationFamilyRows,
  Regions,
  toEnterpriseView,
  toRegionView,
} from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { render } from '../../platform/i18n/message.js';
import { groupMessages } from './fairness.messages.js';
import { EnterpriseShare, FairnessGroup } from './fairness.view.js';

const reader = { to: ['bureau', 'operator'], owns: 'runs that the viewer may read' } as const;

@Resolver(() => EnterpriseShare)
export class EnterpriseShareResolver {
  constructor(private readonly enterprises: Enterprises) {}

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'The enterprise.' })
  @Allow(reader)
  async enterprise(
    @Parent() { enterpriseId }: EnterpriseShare,
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = await ctx.load(this.enterprises.byIds, enterpriseId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }
}

@Resolver(() => FairnessGroup)
export class FairnessGroupResolver {
  private readonly families = new Map(occupationFamilyRows().map((family) => [family.slug, family]));

  constructor(private readonly regions: Regions) {}

  @ResolveField(() => String, { description: 'The group in the caller’s language.' })
  @Allow(reader)
  async label(@Parent() { kind, group }: FairnessGroup, @Ctx() ctx: RequestContext): Promise<string> {
    if (kind === 'county') {
      const region = await ctx.load(this.regions.byIds, group);
      return region ? toRegionView(region, ctx.language).name : group;
    }
    // An occupation from another scheme names its family itself.
    if (kind === 'family') return this.families.get(group)?.[ctx.language === 'en' ? 'nameEn' : 'nameZh'] ?? group;
    return render(groupMessages[group as keyof typeof groupMessages], ctx.language);
  }
}
