import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MaterialKind } from './catalogue/material-kind.entity.js';
import { MaterialKindResolver } from './catalogue/material-kind.resolver.js';
import { MaterialKinds } from './catalogue/material-kind.service.js';
import { StockLedger } from './ledger/stock.service.js';
import { LotImportController } from './lots/imports/lot-import.controller.js';
import { LotImports } from './lots/imports/lot-import.service.js';
import { LotCertificateController } from './lots/lot-certificate.controller.js';
import { LotCertificates } from './lots/lot-certificate.service.js';
import { MaterialLot } from './lots/material-lot.entity.js';
import { MaterialLotFieldResolver, MaterialLotResolver } from './lots/material-lot.resolver.js';
import { MaterialLots } from './lots/material-lot.service.js';
import { MaterialLotLife } from './lots/material-lot-life.service.js';
import { mapMaterialConstraints } from './materials.constraints.js';
import { MaterialJobs } from './materials.jobs.js';
import { PoolClosing } from './pools/pool-closing.service.js';
import { PoolFieldResolver, PoolMemberResolver } from './pools/pool-field.resolver.js';
import { PoolMembership } from './pools/pool-membership.service.js';
import { PoolOpening } from './pools/pool-opening.service.js';
import { PooledPurchase, PooledPurchaseMember } from './pools/pooled-purchase.entity.js';
import { PooledPurchaseResolver } from './pools/pooled-purchase.resolver.js';
import { PooledPurchases } from './pools/pooled-purchase.service.js';
import { MaterialProposal } from './proposals/material-proposal.entity.js';
import {
  LotProposalsResolver,
  MaterialProposalResolver,
  RequestProposalsResolver,
} from './proposals/material-proposal.resolver.js';
import { MaterialProposals } from './proposals/material-proposal.service.js';
import { MaterialRequest } from './requests/material-request.entity.js';
import { MaterialRequestResolver } from './requests/material-request.resolver.js';
import { MaterialRequests } from './requests/material-request.service.js';
import { LoanBook } from './returns/loan-book.service.js';
import { MaterialReturn } from './returns/material-return.entity.js';
import { MaterialReturnResolver } from './returns/material-return.resolver.js';
import { MaterialReturns } from './returns/material-return.service.js';
import { Shortfalls } from './returns/shortfall.service.js';
import { MaterialDeliveries } from './transfers/delivery.service.js';
import { MaterialHolds } from './transfers/hold.service.js';
import { MaterialTransfer } from './transfers/material-transfer.entity.js';
import { MaterialTransferResolver } from './transfers/material-transfer.resolver.js';
import { MaterialTransfers } from './transfers/material-transfer.service.js';
import { MaterialReservations } from './transfers/reservation.service.js';
import { TransferFieldResolver } from './transfers/transfer-field.resolver.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ...[MaterialKind, MaterialLot, MaterialRequest, MaterialTransfer, MaterialReturn],
      ...[MaterialProposal, PooledPurchase, PooledPurchaseMember],
    ]),
  ],
  providers: [
    ...[MaterialKinds, MaterialKindResolver],
    StockLedger,
    ...[MaterialLots, MaterialLotLife, LotImports, LotCertificates, MaterialLotResolver, MaterialLotFieldResolver],
    ...[MaterialRequests, MaterialRequestResolver],
    ...[MaterialTransfers, MaterialReservations, MaterialHolds, MaterialDeliveries],
    ...[MaterialTransferResolver, TransferFieldResolver],
    ...[LoanBook, MaterialReturns, Shortfalls, MaterialReturnResolver],
    ...[MaterialProposals, MaterialProposalResolver, RequestProposalsResolver, LotProposalsResolver],
    ...[PooledPurchases, PoolOpening, PoolMembership, PoolClosing],
    ...[PooledPurchaseResolver, PoolFieldResolver, PoolMemberResolver],
    MaterialJobs,
  ],
  controllers: [LotCertificateController, LotImportController],
  exports: [MaterialKinds, MaterialLots, MaterialRequests, MaterialTransfers, MaterialProposals, MaterialReservations],
})
export class MaterialsModule implements OnModuleInit {
  onModuleInit(): void {
    mapMaterialConstraints();
  }
}
