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
import { Clock } from '../../platform/clock/clock.js';
import { plain } from '../../platform/decimal/decimal.js';
import { StoredFiles } from '../../platform/files/stored-file.service.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { MaterialKinds } from '../catalogue/material-kind.service.js';
import { MaterialKindView, toMaterialKindView } from '../catalogue/material-kind.view.js';
import { balanceOf, StockLedger } from '../ledger/stock.service.js';
import { lookAtMaterials, marketOfMaterials, ownMaterials } from '../materials.policy.js';
import {
  MaterialLotArgs,
  MyMaterialLotArgs,
  PublishMaterialLotInput,
  PublishMaterialLotsInput,
  WithdrawMaterialLotInput,
} from './material-lot.input.js';
import { MaterialLotLife } from './material-lot-life.service.js';
import { MaterialLots } from './material-lot.service.js';
import {
  MaterialCertificateView,
  MaterialLotConnection,
  MaterialLotView,
  MaterialStockView,
  toMaterialCertificateView,
  toMaterialLotView,
  toMaterialStockView,
} from './material-lot.view.js';

@Resolver(() => MaterialLotView)
export class MaterialLotResolver {
  constructor(
    private readonly lots: MaterialLots,
    private readonly life: MaterialLotLife,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => MaterialLotView, { description: 'Publishes goods of your enterprise, for sale or on loan.' })
  @Allow(ownMaterials)
  async publishMaterialLot(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PublishMaterialLotInput,
  ): Promise<MaterialLotView> {
    return toMaterialLotView(await this.life.publish(viewer, input), viewer, this.clock.today());
  }

  @Mutation(() => [MaterialLotView], {
    description: 'Publishes many lots at once, all or none; each fault is told with the path of its row.',
  })
  @Allow(ownMaterials)
  async publishMaterialLots(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PublishMaterialLotsInput,
  ): Promise<MaterialLotView[]> {
    const [lots, today] = [await this.life.publishAll(viewer, input), this.clock.today()];
    return lots.map((lot) => toMaterialLotView(lot, viewer, today));
  }

  @Mutation(() => MaterialLotView, {
    description: 'Takes a lot of your enterprise off the market with all that is not reserved; reservations go on.',
  })
  @Allow(ownMaterials)
  async withdrawMaterialLot(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: WithdrawMaterialLotInput,
  ): Promise<MaterialLotView> {
    return toMaterialLotView(await this.life.withdraw(viewer, input.lotId), viewer, this.clock.today());
  }

  @Query(() => MaterialLotView, { nullable: true, description: 'One lot.' })
  @Allow(marketOfMaterials)
  async materialLot(@Me() viewer: EnterpriseViewer, @IdArg() id: string): Promise<MaterialLotView> {
    return toMaterialLotView(await this.lots.require(viewer, id), viewer, this.clock.today());
  }

  @Query(() => MaterialLotConnection, {
    description: 'Goods that can be taken now: the nearest first where a place is given, else the newest.',
  })
  @Allow(lookAtMaterials)
  async materialLots(@Me() viewer: Viewer, @Args() args: MaterialLotArgs): Promise<Connection<MaterialLotView>> {
    const [page, today] = [await this.lots.list(args), this.clock.today()];
    return toConnection(page, ({ lot, distanceM }) => toMaterialLotView(lot, viewer, today, distanceM));
  }

  @Query(() => MaterialLotConnection, { description: 'Lots of your enterprise in every state, newest first.' })
  @Allow(marketOfMaterials)
  async myMaterialLots(
    @Me() viewer: EnterpriseViewer,
    @Args() args: MyMaterialLotArgs,
  ): Promise<Connection<MaterialLotView>> {
    const [page, today] = [await this.lots.mine(viewer, args), this.clock.today()];
    return toConnection(page, (lot) => toMaterialLotView(lot, viewer, today));
  }
}

@Resolver(() => MaterialLotView)
export class MaterialLotFieldResolver {
  constructor(
    private readonly kinds: MaterialKinds,
    private readonly ledger: StockLedger,
    private readonly enterprises: Enterprises,
    private readonly regions: Regions,
    private readonly files: StoredFiles,
  ) {}

  @ResolveField(() => MaterialKindView, { description: 'What it is.' })
  @Allow(lookAtMaterials)
  async kind(@Parent() { kindId }: MaterialLotView, @Ctx() ctx: RequestContext): Promise<MaterialKindView | undefined> {
    const kind = await ctx.load(this.kinds.byIds, kindId);
    return kind && toMaterialKindView(kind, ctx.language);
  }

  @ResolveField(() => EnterpriseView, { description: 'Whose it is.' })
  @Allow(lookAtMaterials)
  async enterprise(
    @Parent() lot: MaterialLotView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = await ctx.load(this.enterprises.byIds, lot.enterpriseId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }

  @ResolveField(() => RegionView, { description: 'Where it lies.' })
  @Allow(lookAtMaterials)
  async region(@Parent() { regionId }: MaterialLotView, @Ctx() ctx: RequestContext): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, regionId);
    return region && toRegionView(region, ctx.language);
  }

  @ResolveField(() => DecimalScalar, { description: 'What can be taken now, in base units, by the ledger.' })
  @Allow(lookAtMaterials)
  async available(@Parent() { id }: MaterialLotView, @Ctx() ctx: RequestContext): Promise<string> {
    return plain(balanceOf(await ctx.load(this.ledger.byLots, id), 'on_hand'));
  }

  @ResolveField(() => MaterialStockView, {
    nullable: true,
    description: 'Where its goods are now, by the ledger; only for its owner.',
  })
  @Allow(lookAtMaterials)
  async stock(
    @Parent() { id, enterpriseId }: MaterialLotView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialStockView | null> {
    if (viewer.kind !== 'enterprise' || viewer.enterpriseId !== enterpriseId) return null;
    return toMaterialStockView(await ctx.load(this.ledger.byLots, id));
  }

  @ResolveField(() => [MaterialCertificateView], { description: 'Images of its quality certificates.' })
  @Allow(lookAtMaterials)
  async certificates(
    @Parent() { certificateFileIds }: MaterialLotView,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialCertificateView[]> {
    const files = await Promise.all(certificateFileIds.map((id) => ctx.load(this.files.byIds, id)));
    return files.flatMap((file) => (file ? [toMaterialCertificateView(file)] : []));
  }
}
