import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Enterprises,
  EnterpriseView,
  Occupations,
  OccupationView,
  Regions,
  RegionView,
  toEnterpriseView,
  toOccupationView,
  toRegionView,
} from '../../directory/index.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { ChangeNeedInput, EndNeedInput, NeedListArgs, PublishNeedInput } from './need.input.js';
import { Needs } from './need.service.js';
import { LabourNeedConnection, LabourNeedView, toNeedView } from './need.view.js';

const own = { to: ['enterprise'], owns: 'needs of the viewer’s enterprise', scope: 'labour:write' } as const;
const visible = {
  to: everyone,
  owns: 'open needs; others only for their host, the bureau of the place, operators',
  scope: 'labour:read',
} as const;

@Resolver(() => LabourNeedView)
export class NeedResolver {
  constructor(
    private readonly needs: Needs,
    private readonly enterprises: Enterprises,
    private readonly occupations: Occupations,
    private readonly regions: Regions,
  ) {}

  @Mutation(() => LabourNeedView, {
    description: 'Publishes a labour need of your enterprise; matching starts by itself.',
  })
  @Allow(own)
  async publishNeed(@Me() viewer: EnterpriseViewer, @Args('input') input: PublishNeedInput): Promise<LabourNeedView> {
    return toNeedView(await this.needs.publish(viewer, input));
  }

  @Mutation(() => LabourNeedView, { description: 'Changes an open need of your enterprise.' })
  @Allow(own)
  async changeNeed(@Me() viewer: EnterpriseViewer, @Args('input') input: ChangeNeedInput): Promise<LabourNeedView> {
    return toNeedView(await this.needs.change(viewer, input));
  }

  @Mutation(() => LabourNeedView, { description: 'Stops looking for more workers; placements go on.' })
  @Allow(own)
  async closeNeed(@Me() viewer: EnterpriseViewer, @Args('input') input: EndNeedInput): Promise<LabourNeedView> {
    return toNeedView(await this.needs.end(viewer, input.needId, 'closed'));
  }

  @Mutation(() => LabourNeedView, { description: 'Withdraws a need of your enterprise.' })
  @Allow(own)
  async cancelNeed(@Me() viewer: EnterpriseViewer, @Args('input') input: EndNeedInput): Promise<LabourNeedView> {
    return toNeedView(await this.needs.end(viewer, input.needId, 'cancelled'));
  }

  @Query(() => LabourNeedView, { nullable: true, description: 'One need.' })
  @Allow(visible)
  async need(@Me() viewer: Viewer, @IdArg() id: string): Promise<LabourNeedView> {
    return toNeedView(await this.needs.require(viewer, id));
  }

  @Query(() => LabourNeedConnection, { name: 'needs', description: 'Needs you may see, newest first.' })
  @Allow(visible)
  async list(@Me() viewer: Viewer, @Args() args: NeedListArgs): Promise<Connection<LabourNeedView>> {
    return toConnection(await this.needs.list(viewer, args, args), toNeedView);
  }

  @ResolveField(() => EnterpriseView, { description: 'Who needs the workers.' })
  @Allow(visible)
  async host(
    @Parent() need: LabourNeedView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const host = await ctx.load(this.enterprises.byIds, need.hostId);
    return host && toEnterpriseView(host, viewer);
  }

  @ResolveField(() => OccupationView, { description: 'What work it is.' })
  @Allow(visible)
  async occupation(@Parent() need: LabourNeedView, @Ctx() ctx: RequestContext): Promise<OccupationView | undefined> {
    const occupation = await ctx.load(this.occupations.byIds, need.occupationId);
    return occupation && toOccupationView(occupation, ctx.language);
  }

  @ResolveField(() => RegionView, { description: 'Where the site lies.' })
  @Allow(visible)
  async region(@Parent() need: LabourNeedView, @Ctx() ctx: RequestContext): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, need.regionId);
    return region && toRegionView(region, ctx.language);
  }
}
