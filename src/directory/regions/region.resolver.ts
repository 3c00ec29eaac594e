import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx } from '../../platform/auth/request-viewer.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { CodeArgs } from '../taxonomies/taxonomy.input.js';
import { publicCatalogue } from '../taxonomies/taxonomy.policy.js';
import { RegionPageArgs } from './region.input.js';
import { Regions } from './region.service.js';
import { RegionConnection, RegionView, toRegionView } from './region.view.js';

@Resolver(() => RegionView)
export class RegionResolver {
  constructor(private readonly catalogue: Regions) {}

  @Query(() => RegionView, { description: 'One region by its id.' })
  @Allow(publicCatalogue)
  async region(@Args() { id }: CodeArgs, @Ctx() ctx: RequestContext): Promise<RegionView> {
    return toRegionView(orRefuse(await ctx.load(this.catalogue.byIds, id), notFound('id')), ctx.language);
  }

  @Query(() => RegionConnection, { description: 'Regions, ordered by id; below one, of a level, or by a search.' })
  @Allow(publicCatalogue)
  async regions(@Args() args: RegionPageArgs, @Ctx() ctx: RequestContext): Promise<Connection<RegionView>> {
    return toConnection(await this.catalogue.page(args), (row) => toRegionView(row, ctx.language));
  }

  @ResolveField(() => RegionView, { nullable: true, description: 'The region it is directly a part of.' })
  @Allow(publicCatalogue)
  async parent(@Parent() { parentId }: RegionView, @Ctx() ctx: RequestContext): Promise<RegionView | null> {
    const row = parentId === null ? undefined : await ctx.load(this.catalogue.byIds, parentId);
    return row ? toRegionView(row, ctx.language) : null;
  }
}
