import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { balanceOf, StockLedger } from '../ledger/stock.service.js';
import { MaterialLots } from '../lots/material-lot.service.js';
import { MaterialLotView, toMaterialLotView } from '../lots/material-lot.view.js';
import { partiesOfTransfer } from '../materials.policy.js';
import { mayWriteMaterials } from '../materials.rules.js';
import { MaterialRequests } from '../requests/material-request.service.js';
import { MaterialRequestView, toMaterialRequestView } from '../requests/material-request.view.js';
import {
  MaterialTransferView,
  toTransferStockView,
  TransferActionEnum,
  TransferStockView,
} from './material-transfer.view.js';
import { type TransferAction, transferActions } from './transfer-action.rules.js';

/** What a transfer is of, between whom, and what may be done with it. */
@Resolver(() => MaterialTransferView)
export class TransferFieldResolver {
  constructor(
    private readonly lots: MaterialLots,
    private readonly requests: MaterialRequests,
    private readonly ledger: StockLedger,
    private readonly enterprises: Enterprises,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => MaterialLotView, { description: 'The lot that the goods are of.' })
  @Allow(partiesOfTransfer)
  async lot(
    @Parent() { lotId }: MaterialTransferView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialLotView | undefined> {
    const lot = await ctx.load(this.lots.byIds, lotId);
    return lot && toMaterialLotView(lot, viewer, this.clock.today());
  }

  @ResolveField(() => MaterialRequestView, {
    nullable: true,
    description: 'The request that it is for; only for the receiver.',
  })
  @Allow(partiesOfTransfer)
  async request(
    @Parent() { requestId, side }: MaterialTransferView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialRequestView | undefined> {
    const request = side === 'receiver' && requestId ? await ctx.load(this.requests.byIds, requestId) : undefined;
    return request && toMaterialRequestView(request, viewer);
  }

  @ResolveField(() => EnterpriseView, { description: 'Whose goods they were.' })
  @Allow(partiesOfTransfer)
  async owner(
    @Parent() { ownerId }: MaterialTransferView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const owner = await ctx.load(this.enterprises.byIds, ownerId);
    return owner && toEnterpriseView(owner, viewer);
  }

  @ResolveField(() => EnterpriseView, { description: 'Who takes them.' })
  @Allow(partiesOfTransfer)
  async receiver(
    @Parent() { receiverId }: MaterialTransferView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const receiver = await ctx.load(this.enterprises.byIds, receiverId);
    return receiver && toEnterpriseView(receiver, viewer);
  }

  @ResolveField(() => TransferStockView, { description: 'Where its goods are now, by the ledger.' })
  @Allow(partiesOfTransfer)
  async stock(@Parent() { id }: MaterialTransferView, @Ctx() ctx: RequestContext): Promise<TransferStockView> {
    return toTransferStockView(await ctx.load(this.ledger.byTransfers, id));
  }

  @ResolveField(() => [TransferActionEnum], { description: 'What you may do with it now.' })
  @Allow(partiesOfTransfer)
  async actions(
    @Parent() transfer: MaterialTransferView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<TransferAction[]> {
    const stock = await ctx.load(this.ledger.byTransfers, transfer.id);
    const due = { onLoan: balanceOf(stock, 'on_loan'), returning: balanceOf(stock, 'returning') };
    return mayWriteMaterials(viewer) ? transferActions(transfer, transfer.side, due, this.clock.now()) : [];
  }
}
