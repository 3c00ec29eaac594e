import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
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
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { MaterialKinds } from '../catalogue/material-kind.service.js';
import { MaterialKindView, toMaterialKindView } from '../catalogue/material-kind.view.js';
import { lookAtMaterials } from '../materials.policy.js';
import { noProgress, PooledPurchases } from './pooled-purchase.service.js';
import {
  type PoolAction,
  PoolActionEnum,
  poolActions,
  PooledPurchaseView,
  PoolMemberView,
  PoolProgressView,
  toPoolMemberView,
  toPoolProgressView,
} from './pooled-purchase.view.js';

@Resolver(() => PooledPurchaseView)
export class PoolFieldResolver {
  constructor(
    private readonly pools: PooledPurchases,
    private readonly kinds: MaterialKinds,
    private readonly enterprises: Enterprises,
    private readonly regions: Regions,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => MaterialKindView, { description: 'What is bought.' })
  @Allow(lookAtMaterials)
  async kind(
    @Parent() { kindId }: PooledPurchaseView,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialKindView | undefined> {
    const kind = await ctx.load(this.kinds.byIds, kindId);
    return kind && toMaterialKindView(kind, ctx.language);
  }

  @ResolveField(() => EnterpriseView, { description: 'Who organises it.' })
  @Allow(lookAtMaterials)
  async organiser(
    @Parent() { organiserId }: PooledPurchaseView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const organiser = await ctx.load(this.enterprises.byIds, organiserId);
    return organiser && toEnterpriseView(organiser, viewer);
  }

  @ResolveField(() => RegionView, { description: 'Where it is delivered.' })
  @Allow(lookAtMaterials)
  async region(
    @Parent() { regionId }: PooledPurchaseView,
    @Ctx() ctx: RequestContext,
  ): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, regionId);
    return region && toRegionView(region, ctx.language);
  }

  @ResolveField(() => PoolProgressView, { description: 'How far it has come.' })
  @Allow(lookAtMaterials)
  async progress(@Parent() pool: PooledPurchaseView, @Ctx() ctx: RequestContext): Promise<PoolProgressView> {
    return toPoolProgressView(pool, (await ctx.load(this.pools.progressOf, pool.id)) ?? noProgress);
  }

  @ResolveField(() => PoolMemberView, { nullable: true, description: 'The share of your enterprise; null where none.' })
  @Allow(lookAtMaterials)
  async myShare(
    @Parent() { id }: PooledPurchaseView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<PoolMemberView | undefined> {
    const members = (await ctx.load(this.pools.membersOf, id)) ?? [];
    const own = members.find(({ enterpriseId }) => isOf(viewer, enterpriseId));
    return own && toPoolMemberView(own);
  }

  @ResolveField(() => [PoolMemberView], {
    nullable: true,
    description: 'Who has joined, the earliest first; only for those who have, and the organiser.',
  })
  @Allow(lookAtMaterials)
  async members(
    @Parent() { id, organiserId }: PooledPurchaseView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<PoolMemberView[] | null> {
    const members = (await ctx.load(this.pools.membersOf, id)) ?? [];
    const isInside = isOf(viewer, organiserId) || members.some(({ enterpriseId }) => isOf(viewer, enterpriseId));
    return isInside ? members.map(toPoolMemberView) : null;
  }

  @ResolveField(() => [PoolActionEnum], { description: 'What you may do with it now.' })
  @Allow(lookAtMaterials)
  async actions(
    @Parent() pool: PooledPurchaseView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<PoolAction[]> {
    const members = (await ctx.load(this.pools.membersOf, pool.id)) ?? [];
    const { total } = (await ctx.load(this.pools.progressOf, pool.id)) ?? noProgress;
    const isMember = members.some(({ enterpriseId }) => isOf(viewer, enterpriseId));
    return poolActions(pool, viewer, { total, isMember, today: this.clock.today() });
  }
}

function isOf(viewer: Viewer, enterpriseId: string): boolean {
  return viewer.kind === 'enterprise' && viewer.enterpriseId === enterpriseId;
}

@Resolver(() => PoolMemberView)
export class PoolMemberResolver {
  constructor(private readonly enterprises: Enterprises) {}

  @ResolveField(() => EnterpriseView, { description: 'Who it is.' })
  @Allow({ ...lookAtMaterials, owns: 'members of pooled purchases that the viewer’s enterprise is in' })
  async enterprise(
    @Parent() member: PoolMemberView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = await ctx.load(this.enterprises.byIds, member.enterpriseId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }
}
