import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, members } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { Regions } from '../regions/region.service.js';
import { RegionView, toRegionView } from '../regions/region.view.js';
import { Bureaus } from './bureau.service.js';
import { BureauView, toBureauView } from './bureau.view.js';

@Resolver(() => BureauView)
export class BureauResolver {
  constructor(
    private readonly bureaus: Bureaus,
    private readonly regions: Regions,
  ) {}

  @Query(() => BureauView, { description: 'The bureau that the viewer works for.' })
  @Allow({ to: ['bureau'], owns: 'the viewer’s own bureau' })
  async myBureau(@Me() viewer: BureauViewer): Promise<BureauView> {
    return toBureauView(await this.bureaus.mine(viewer));
  }

  @ResolveField(() => RegionView, { description: 'Its jurisdiction: this region and all below.' })
  @Allow({ to: members, owns: 'nothing: where a bureau is, is public', scope: 'directory:read' })
  async region(@Parent() { regionId }: BureauView, @Ctx() ctx: RequestContext): Promise<RegionView> {
    return toRegionView(orRefuse(await ctx.load(this.regions.byIds, regionId), notFound()), ctx.language);
  }
}
