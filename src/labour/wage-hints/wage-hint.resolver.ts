import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Regions, RegionView, toRegionView } from '../../directory/index.js';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { WageHintArgs } from './wage-hint.input.js';
import { WageHints } from './wage-hint.service.js';
import { toWageHintView, WageHintView } from './wage-hint.view.js';

const hosts: Policy = {
  to: ['enterprise', 'bureau', 'operator'],
  owns: 'wages of many hosts together, none of a single one',
  scope: 'labour:read',
};

@Resolver(() => WageHintView)
export class WageHintResolver {
  constructor(
    private readonly hints: WageHints,
    private readonly regions: Regions,
  ) {}

  @Query(() => WageHintView, {
    nullable: true,
    description: 'What others pay in the prefecture, or else the province; null where too few pay for it to tell.',
  })
  @Allow(hosts)
  async wageHint(@Me() viewer: Viewer, @Args() args: WageHintArgs): Promise<WageHintView | undefined> {
    const sample = await this.hints.find(viewer, args);
    return sample && toWageHintView(sample, args);
  }

  @ResolveField(() => RegionView, { description: 'The prefecture or province whose wages these are.' })
  @Allow(hosts)
  async scope(@Parent() { regionId }: WageHintView, @Ctx() ctx: RequestContext): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, regionId);
    return region && toRegionView(region, ctx.language);
  }
}
