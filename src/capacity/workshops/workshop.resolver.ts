import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Regions, RegionView, toRegionView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { market, ownRead, ownWrite } from '../capacity.policy.js';
import { AddWorkshopInput } from './workshop.input.js';
import { Workshops } from './workshop.service.js';
import { toWorkshopView, WorkshopConnection, WorkshopView } from './workshop.view.js';

@Resolver(() => WorkshopView)
export class WorkshopResolver {
  constructor(
    private readonly workshops: Workshops,
    private readonly regions: Regions,
  ) {}

  @Mutation(() => WorkshopView, { description: 'Adds a workshop of your enterprise.' })
  @Allow(ownWrite)
  async addWorkshop(@Me() viewer: EnterpriseViewer, @Args('input') input: AddWorkshopInput): Promise<WorkshopView> {
    return toWorkshopView(await this.workshops.add(viewer, input));
  }

  @Query(() => WorkshopConnection, { description: 'Workshops of your enterprise, newest first.' })
  @Allow(ownRead)
  async myWorkshops(@Me() viewer: EnterpriseViewer, @Args() page: PageArgs): Promise<Connection<WorkshopView>> {
    return toConnection(await this.workshops.mine(viewer, page), toWorkshopView);
  }

  @ResolveField(() => RegionView, { description: 'Where it lies.' })
  @Allow(market)
  async region(@Parent() { regionId }: WorkshopView, @Ctx() ctx: RequestContext): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, regionId);
    return region && toRegionView(region, ctx.language);
  }
}
