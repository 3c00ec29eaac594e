import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Enterprises,
  EnterpriseView,
  Regions,
  RegionView,
  toEnterpriseView,
  toRegionView,
} from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { plain } from '../../platform/decimal/decimal.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { MaterialKinds } from '../catalogue/material-kind.service.js';
import { MaterialKindView, toMaterialKindView } from '../catalogue/material-kind.view.js';
import { lookAtMaterials, marketOfMaterials, ownMaterials } from '../materials.policy.js';
import {
  EndMaterialRequestInput,
  MaterialRequestArgs,
  MyMaterialRequestArgs,
  PublishMaterialRequestInput,
} from './material-request.input.js';
import { nothingSecured } from './material-request.rules.js';
import { MaterialRequests } from './material-request.service.js';
import { MaterialRequestConnection, MaterialRequestView, toMaterialRequestView } from './material-request.view.js';

@Resolver(() => MaterialRequestView)
export class MaterialRequestResolver {
  constructor(
    private readonly requests: MaterialRequests,
    private readonly catalogue: MaterialKinds,
    private readonly enterprises: Enterprises,
    private readonly regions: Regions,
  ) {}

  @Mutation(() => MaterialRequestView, { description: 'Publishes what your enterprise lacks.' })
  @Allow(ownMaterials)
  async publishMaterialRequest(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PublishMaterialRequestInput,
  ): Promise<MaterialRequestView> {
    return toMaterialRequestView(await this.requests.publish(viewer, input), viewer);
  }

  @Mutation(() => MaterialRequestView, { description: 'Stops looking for more; what is reserved goes on.' })
  @Allow(ownMaterials)
  async closeMaterialRequest(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: EndMaterialRequestInput,
  ): Promise<MaterialRequestView> {
    return toMaterialRequestView(await this.requests.end(viewer, input.requestId, 'closed'), viewer);
  }

  @Mutation(() => MaterialRequestView, { description: 'Withdraws a request; what is reserved goes on.' })
  @Allow(ownMaterials)
  async cancelMaterialRequest(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: EndMaterialRequestInput,
  ): Promise<MaterialRequestView> {
    return toMaterialRequestView(await this.requests.end(viewer, input.requestId, 'cancelled'), viewer);
  }

  @Query(() => MaterialRequestView, { nullable: true, description: 'One request.' })
  @Allow(marketOfMaterials)
  async materialRequest(@Me() viewer: EnterpriseViewer, @IdArg() id: string): Promise<MaterialRequestView> {
    return toMaterialRequestView(await this.requests.require(viewer, id), viewer);
  }

  @Query(() => MaterialRequestConnection, { description: 'What enterprises look for now, newest first.' })
  @Allow(lookAtMaterials)
  async materialRequests(
    @Me() viewer: Viewer,
    @Args() args: MaterialRequestArgs,
  ): Promise<Connection<MaterialRequestView>> {
    return toConnection(await this.requests.list(args), (row) => toMaterialRequestView(row, viewer));
  }

  @Query(() => MaterialRequestConnection, { description: 'Requests of your enterprise in every state, newest first.' })
  @Allow(marketOfMaterials)
  async myMaterialRequests(
    @Me() viewer: EnterpriseViewer,
    @Args() args: MyMaterialRequestArgs,
  ): Promise<Connection<MaterialRequestView>> {
    return toConnection(await this.requests.mine(viewer, args), (row) => toMaterialRequestView(row, viewer));
  }

  @ResolveField(() => [MaterialKindView], { description: 'Kinds that would do: the wanted one, then substitutes.' })
  @Allow(lookAtMaterials)
  async kinds(@Parent() { kindIds }: MaterialRequestView, @Ctx() ctx: RequestContext): Promise<MaterialKindView[]> {
    const kinds = await Promise.all(kindIds.map((id) => ctx.load(this.catalogue.byIds, id)));
    return kinds.flatMap((kind) => (kind ? [toMaterialKindView(kind, ctx.language)] : []));
  }

  @ResolveField(() => EnterpriseView, { description: 'Who lacks it.' })
  @Allow(lookAtMaterials)
  async enterprise(
    @Parent() request: MaterialRequestView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = await ctx.load(this.enterprises.byIds, request.enterpriseId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }

  @ResolveField(() => RegionView, { description: 'Where it is wanted.' })
  @Allow(lookAtMaterials)
  async region(
    @Parent() { regionId }: MaterialRequestView,
    @Ctx() ctx: RequestContext,
  ): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, regionId);
    return region && toRegionView(region, ctx.language);
  }

  @ResolveField(() => DecimalScalar, { description: 'Held for it now, in base units, by the ledger.' })
  @Allow(lookAtMaterials)
  async reserved(@Parent() { id }: MaterialRequestView, @Ctx() ctx: RequestContext): Promise<string> {
    return plain(((await ctx.load(this.requests.securedOf, id)) ?? nothingSecured).reserved);
  }

  @ResolveField(() => DecimalScalar, {
    description: 'Handed over for it, accepted or still on its way, in base units, by the ledger.',
  })
  @Allow(lookAtMaterials)
  async delivered(@Parent() { id }: MaterialRequestView, @Ctx() ctx: RequestContext): Promise<string> {
    return plain(((await ctx.load(this.requests.securedOf, id)) ?? nothingSecured).delivered);
  }
}
